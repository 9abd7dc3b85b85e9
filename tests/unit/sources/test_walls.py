"""Pages that are nothing but a wall are refused in a sentence; stubs are read as such; whole articles stay whole."""

from __future__ import annotations

import json

import pytest

from analysis.sources import Reading, read_bytes, read_text

from . import makers

STORY = makers.PARAGRAPHS
LONG = tuple(f"{p} It was the council's report number {n} on the cables." for n in range(9) for p in STORY)


def saved(*paragraphs: str, title: str = makers.TITLE, head: str = "", name: str = "") -> Reading:
    """Return what is read of a page of these paragraphs; the last one stands in an element with a class `name`."""
    told = "".join(f"<p>{p}</p>" for p in paragraphs[:-1])
    last = f'<div class="{name}"><p>{paragraphs[-1]}</p></div>' if name else f"<p>{paragraphs[-1]}</p>"
    top = f"<html><head><title>{title}</title>{head}</head><body>"
    page = f"{top}<article><h1>{title}</h1>{told}{last}</article></body></html>"
    return read_bytes(page.encode(), "page.html")


def refusal(reading: Reading) -> str:
    assert not reading.articles
    (skipped,) = reading.skipped
    return skipped.message.key


def is_complete(reading: Reading) -> bool:
    (article,) = reading.articles
    said = [note.key for note in article.notes if note.key.startswith("sources.stub.")]
    assert [known.message.key for known in article.evidence if known.field == "complete"] == said
    assert bool(said) is not article.complete
    return article.complete


# --------------------------------------------------------------------------- nothing but a wall

CONSENT = {
    "en": (
        "We value your privacy",
        "We and our partners store and/or access information on a device, such as cookies, for personalised ads and"
        " content. With your permission we may use precise location.",
        "You may click to consent, or reject all. You can change your choices at any time in the privacy settings.",
        "Accept all",
    ),
    "de": (
        "Willkommen beim Lindmarker Boten",
        "Wir und unsere Partner möchten Informationen auf einem Gerät speichern, etwa Cookies. Ihre Zustimmung ist"
        " freiwillig, und Sie können Ihre Einwilligung widerrufen, am Ende jeder Seite.",
        "Mit Werbung weiterlesen oder werbefrei lesen mit dem Pur-Abo. Alle akzeptieren",
    ),
    "fr": (
        "Avec votre accord, nous et nos partenaires utilisons des cookies pour stocker et/ou accéder à des informations"
        " sur votre appareil.",
        "Vous pouvez retirer votre consentement à tout moment. Continuer sans accepter ou tout accepter.",
    ),
    "es": (
        "Nosotros y nuestros socios utilizamos cookies para almacenar o acceder a información en un dispositivo.",
        "Puede retirar su consentimiento en la política de cookies. Rechazar todo o aceptar todo.",
    ),
    "google": (
        "Bevor Sie zu Google weitergehen",
        "Wir verwenden Cookies und Daten, um Google-Dienste bereitzustellen. Wenn Sie „Alle ablehnen“ wählen, verwenden"
        " wir Cookies nicht für diese Zwecke. Personalisierte Werbung richtet sich nach Ihren Aktivitäten.",
        "Alle akzeptieren",
    ),
    "yahoo": (
        "Beacon is part of the Yahoo family of brands.",
        "If you click “Accept all”, we and our partners, including those in the IAB Transparency framework, will store"
        " and/or access information on a device. To withdraw your consent visit your privacy dashboard.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", CONSENT)
def test_a_request_for_consent_is_no_article(language: str) -> None:
    assert refusal(saved(*CONSENT[language])) == "sources.wall.consent"
    assert refusal(read_text("\n\n".join(CONSENT[language]))) == "sources.wall.consent"


@pytest.mark.parametrize(
    ("title", "paragraphs", "kind"),
    [
        ("404 Not Found", ("The requested URL was not found on this server.",), "error"),
        ("Page not found | The Lindmark Post", ("Sorry, this page does not exist. Try the search.",), "error"),
        ("Access Denied", ("You don't have permission to access this page on this server. Reference #18.4",), "error"),
        ("Seite nicht gefunden", ("Die Adresse, die Sie suchen, gibt es hier nicht oder nicht mehr.",), "error"),
        ("503 Service Unavailable", ("The server is temporarily unable to service your request.",), "error"),
        ("Just a moment...", ("Checking your browser before accessing lindmark-post.example. Ray ID: 5f1",), "robot"),
        ("Are you a robot?", ("Please confirm below by ticking the box so that we know you are human.",), "robot"),
        ("Lindmark Post", ("Please enable JavaScript and cookies to continue to the site of the Post.",), "script"),
        ("Cranes fall", ("Already a subscriber? Sign in here to read.", "Subscribe now and cancel anytime."), "login"),
        (
            "Anmelden",
            ("Sie sind bereits Abonnent? Jetzt anmelden.", "Jetzt testen und jederzeit kündbar lesen."),
            "login",
        ),
    ],
)
def test_errors_checks_and_requests_to_sign_in_are_no_article(
    title: str, paragraphs: tuple[str, ...], kind: str
) -> None:
    assert refusal(saved(*paragraphs, title=title)) == f"sources.wall.{kind}"


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        ("Page not found: how links on the web die", LONG),
        ("Access denied to reporters at the harbour", STORY),
        ("404: the number of lost links in the archive", STORY),
        (
            "Post to ask readers for consent",
            (
                "The Lindmark Post will ask readers to accept cookies from Monday, its publisher said.",
                "“We value your privacy,” the note will say, with two buttons: “Accept all” and “Reject all”.",
                "A court had ruled in March that consent must be as easy to refuse as to give, and fined three papers.",
            ),
        ),
        (
            "Paywall of the Post falls",
            (
                "The Lindmark Post will drop its paywall in June after readers left for the Beacon, the editor said.",
                "Until then the site shows a line that says “Subscribe to continue reading” after two paragraphs.",
            ),
        ),
        ("Two cranes fall", ("Two cranes fell into the basin of Lindmark on Monday, the port said. Nobody was hurt.",)),
    ],
)
def test_articles_about_walls_and_short_briefs_are_whole(title: str, paragraphs: tuple[str, ...]) -> None:
    assert is_complete(saved(*paragraphs, title=title))
    assert is_complete(read_text("\n\n".join((title, *paragraphs))))


BRIEFS = (
    "The regulator ruled that papers must let readers reject all cookies with a single click.",
    "From June every paper must offer readers a way to reject all cookies with a single click.",
    "Privacy settings must be as easy to find as the crossword, a minister has promised.",
    "Readers were asked to log in again on Monday after a fault in the cables of the Post.",
    "The printers want you to subscribe to continue reading, their union said on Monday.",
    "Papers must show “accept all” and “reject all” next to “manage preferences”, the court said.",
)


@pytest.mark.parametrize("brief", BRIEFS)
def test_a_brief_that_speaks_of_a_wall_is_read_wherever_it_stands(brief: str) -> None:
    assert is_complete(read_text(f"Cookies and cables\n\n{brief}"))
    assert is_complete(read_bytes(makers.table([["title", "text"], ["Cookies and cables", brief]]), "briefs.csv"))
    assert is_complete(saved(brief, title="Cookies and cables"))


@pytest.mark.parametrize("line", ["Please enable JavaScript to continue.", "Log in to continue", "Accept all cookies"])
def test_a_row_that_is_nothing_but_a_request_is_refused(line: str) -> None:
    table = makers.table([["title", "text"], ["The Lindmark Post", line]])

    assert refusal(read_bytes(table, "rows.csv")).startswith("sources.wall.")


# --------------------------------------------------------------------------- stubs


@pytest.mark.parametrize(
    "offer",
    [
        "Subscribe to continue reading",
        "To continue reading this article, subscribe or log in.",
        "This article is for subscribers only.",
        "You’ve reached your limit of free articles.",
        "The rest of this article is available to members.",
        "Dieser Artikel ist nur für Abonnenten lesbar.",
        "La suite est réservée aux abonnés.",
        "Suscríbete para seguir leyendo",
        "Read the rest →",
    ],
)
def test_the_beginning_before_an_offer_of_the_rest_is_a_stub(offer: str) -> None:
    assert not is_complete(read_text("\n\n".join((makers.TITLE, STORY[0], offer))))


def test_the_offer_is_no_part_of_the_text() -> None:
    lines = ("To continue reading this article, subscribe or log in.", "Already a subscriber? Sign in here.")
    (article,) = read_text("\n\n".join((makers.TITLE, *STORY, *lines))).articles

    assert article.text.endswith(STORY[-1])
    assert any(note.key == "sources.removed" for note in article.notes)


def test_an_offer_that_the_page_sets_apart_shows_a_stub_as_well() -> None:
    assert not is_complete(saved(*STORY, "Subscribe to continue reading", name="promo"))


@pytest.mark.parametrize("ending", ["… [+1432 chars]", " […]", "[...]", "…\n\nContinue reading", "...\n\nRead more"])
def test_a_text_that_breaks_off_as_previews_do_is_a_stub(ending: str) -> None:
    assert not is_complete(read_text(f"{makers.TITLE}\n\n{STORY[0]} She added that the old{ending}"))


def test_a_row_with_a_summary_is_a_stub() -> None:
    rows = [
        ["title", "outlet", "text"],
        [makers.TITLE, "Post", "The harbour of Lindmark was closed on Monday after two…"],
    ]

    assert not is_complete(read_bytes(makers.table(rows), "a.csv"))


@pytest.mark.parametrize(
    "box",
    [
        "Subscribe to our newsletter and get the news of the harbour every morning.",
        "Already a subscriber? Log in.",
        "Support our journalism with a subscription.",
        "Continue reading",
        "Subscribe to continue reading stories like this one.",
    ],
)
def test_a_box_at_the_end_of_a_whole_article_says_nothing(box: str) -> None:
    assert is_complete(saved(*LONG, box))
    assert is_complete(read_text("\n\n".join((makers.TITLE, *LONG, box))))


def linked(**values: object) -> str:
    data = {"@type": "NewsArticle", "headline": makers.TITLE, **values}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


GATED = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".rest"}


def test_a_page_says_that_its_article_is_not_for_all() -> None:
    assert not is_complete(saved(*STORY, head=linked(isAccessibleForFree=False)))
    assert not is_complete(saved(*LONG[:9], head=linked(isAccessibleForFree="False", hasPart=GATED)))
    assert not is_complete(saved(*LONG, head=linked(isAccessibleForFree=False, wordCount=4000)))
    assert is_complete(saved(*STORY, head=linked(isAccessibleForFree=True)))


def test_who_saves_a_page_as_a_subscriber_has_all_of_it() -> None:
    whole = " ".join(LONG)
    assert is_complete(saved(*LONG, head=linked(isAccessibleForFree=False)))
    assert is_complete(saved(*STORY, whole, head=linked(isAccessibleForFree=False, hasPart=GATED), name="rest"))


def test_a_box_that_is_called_a_paywall_shows_a_stub_where_there_is_little_text() -> None:
    assert not is_complete(saved(*STORY, "Subscribe for one crown a week.", name="article-paywall"))
    assert is_complete(saved(*LONG, "Subscribe for one crown a week.", name="article-paywall"))


def test_the_text_of_a_wall_is_read_where_the_user_says_so() -> None:
    from analysis.settings import ReadSettings

    reading = read_text("\n\n".join(CONSENT["en"]), settings=ReadSettings(keep_text=True))

    assert len(reading.articles) == 1


def test_a_request_whose_buttons_say_what_it_is_is_refused() -> None:
    request = "<p>We and our 310 partners store and access information on a device and process personal data.</p>"
    buttons = "<button>Accept all</button><button>Manage options</button>"
    page = f"<html><body><h1>We value your privacy</h1>{request}{buttons}</body></html>"
    (skipped,) = read_bytes(page.encode(), "a.html").skipped

    assert skipped.message.key == "sources.wall.consent"


def test_a_brief_beneath_such_a_request_is_read() -> None:
    brief = "The harbour of Lindmark was closed on Monday after two cranes fell into the basin, the port office said."
    request = "<div><h2>We value your privacy</h2><button>Accept all</button><button>Manage options</button></div>"
    page = f"<html><body>{request}<article><h1>Cranes fall into the harbour</h1><p>{brief}</p></article></body></html>"
    (found,) = read_bytes(page.encode(), "a.html").articles

    assert brief in found.text
