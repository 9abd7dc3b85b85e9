"""English templates of what is no article, or only the beginning of one."""

from __future__ import annotations

_AGAIN = " open the article in a browser, save the page when all of it can be read, and try again."

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "sources.wall.consent": f"There is no article in it but a request for consent to cookies or tracking;{_AGAIN}",
    "sources.wall.error": f"There is no article in it but an error page (“{{title}}”);{_AGAIN}",
    "sources.wall.login": f"There is no article in it but an offer to subscribe or a request to sign in;{_AGAIN}",
    "sources.wall.robot": f"There is no article in it but a check whether a person reads it;{_AGAIN}",
    "sources.wall.script": f"There is no article in it but a request to switch on JavaScript or cookies;{_AGAIN}",
    "sources.stub.broken": "Only the beginning of the article is here: it breaks off (“{line}”). What it does not tell"
    " may stand in the rest.",
    "sources.stub.gated": "Only a part of the article is here ({count:,} words): its page says that the rest is for"
    " subscribers. What it does not tell may stand there.",
    "sources.stub.counted": "Only a part of the article is here: {count:,} of the {stated:,} words that its page says"
    " it has. What it does not tell may stand in the rest.",
    "sources.stub.offer": "Only the beginning of the article is here: the rest is offered (“{line}”). What it does not"
    " tell may stand there.",
}
