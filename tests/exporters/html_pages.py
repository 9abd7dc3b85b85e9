"""Saved pages of four kinds of news sites, one article a page, with all that stands around it."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence

from . import furniture
from .item import Files, Item, joined, long_date, short_date, slug

esc = html.escape


def html_pages(items: Sequence[Item]) -> Files:
    """Return a page for each article; which kind of site it comes from is told by the article."""
    return {f"{slug(item)}.html": html_page(item) for item in items}


def html_page(item: Item, template: int | None = None) -> bytes:
    """Return the article as a page of one of the TEMPLATES."""
    chosen = item.pick(len(TEMPLATES), "template") if template is None else template
    return TEMPLATES[chosen](item).encode()


def _modern(item: Item) -> str:
    """`<article>`, `<time>`, Open Graph and JSON-LD with the publisher; the outlet stands for missing authors."""
    people = [{"@type": "Person", "name": name} for name in item.names]
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": item.url},
        "headline": item.title,
        "datePublished": f"{item.date}T14:05:00.000Z",
        "dateModified": f"{item.date}T19:41:12.000Z",
        "author": people or [{"@type": "Organization", "name": item.outlet}],
        "publisher": {"@type": "NewsMediaOrganization", "name": item.outlet, "logo": {"@type": "ImageObject"}},
    }
    caption, credit = furniture.caption_of(item)
    byline = f'<p class="byline">By {_linked_names(item)}</p>' if item.names else ""
    story = _paragraphs(item, '<p class="css-body">')
    half = len(story) // 2
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{esc(item.title)} - {esc(item.outlet)}</title>
{_open_graph(item)}
<script type="application/ld+json">{_json(data)}</script>
<style>.byline{{font-weight:bold}}</style></head>
<body><a class="skip" href="#main">Skip to main content</a>
<header><nav aria-label="Main">{_links(furniture.MENU, "li")}</nav><button>Subscribe</button> <button>Log in</button>
</header><main id="main"><article>
<header><p class="kicker">{esc(item.topic.replace("_", " ").title())}</p><h1>{esc(item.title)}</h1>{byline}
<time datetime="{item.date}T14:05:00Z">{long_date(item.day)}</time>
<ul class="share-tools">{_links(furniture.SHARING, "li")}</ul></header>
<figure><img src="lead.jpg" alt="{esc(caption)}"><figcaption><span>{esc(caption)}</span>
<span class="credit">{esc(credit)}</span></figcaption></figure>
<section name="articleBody">{"".join(story[:half])}
<aside class="newsletter-signup"><h3>{furniture.NEWSLETTER[0]}</h3><p>{furniture.NEWSLETTER[1]}</p>
<form><input type="email" placeholder="Email address"><button>Sign up</button></form>
<p><small>{furniture.NEWSLETTER[2]}</small></p></aside>
{"".join(story[half:])}</section></article>
<section class="related"><h2>More on this topic</h2>{_cards(item)}</section></main>
<footer>{_links(furniture.FOOTER, "li")}<p>© {item.day.year} {esc(item.outlet)}. All rights reserved.</p></footer>
{_consent()}</body></html>"""


def _classic(item: Item) -> str:
    """A page of divisions and tables, with no JSON-LD; the date stands in words only."""
    caption, credit = furniture.caption_of(item)
    author = f'<meta name="author" content="{esc(joined(item.names))}">' if item.names else ""
    byline = f'<div class="author">By {esc(joined(item.names))}, {esc(item.outlet)}</div>' if item.names else ""
    story = _paragraphs(item, "<p>", entities=True)
    first = "".join(story[:2])
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{esc(item.title)} | {esc(item.outlet)}</title>
<meta name="description" content="{esc(item.paragraphs[0][:150])}">{author}
<script type="text/javascript">var page = {{section: "{esc(item.topic)}"}};</script></head>
<body><div id="wrapper"><div id="masthead"><a href="/"><img src="logo.gif" alt="{esc(item.outlet)}"></a>
<div id="search"><form>Search: <input name="q"> <input type="submit" value="Go"></form></div></div>
<table class="nav"><tr>{"".join(f'<td><a href="/{m.lower()}">{m}</a></td>' for m in furniture.MENU)}</tr></table>
<div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/news">News</a> &gt; {esc(item.title)}</div>
<div id="content"><div id="story"><h1>{esc(item.title)}</h1>{byline}
<div class="date">Published 5:03 PM EST {short_date(item.day).replace(" ", ". ", 1)}</div>
<div class="tools">{" | ".join(f'<a href="#">{s}</a>' for s in furniture.SHARING)}</div>
<div class="photo"><img src="photo.jpg"><div class="caption">{esc(caption)} <i>{esc(credit)}</i></div></div>
{first}<div class="inline-related"><b>Related:</b> <a href="/x">{esc(furniture.related_to(item)[0])}</a></div>
{"".join(story[2:])}</div>
<div id="rail"><h4>Most Popular</h4><ol>{_links(furniture.related_to(item, 5), "li")}</ol>
<div class="ad">Advertisement</div></div></div>
<div id="footer">{" | ".join(furniture.FOOTER)}<br>{esc(furniture.rights_of(item))}. This material may not be
published, broadcast, rewritten, or redistributed.</div></div></body></html>"""


def _blog(item: Item) -> str:
    """A page of WordPress with Yoast's graph, tags, an author's box and comments."""
    names = item.names
    graph: list[dict[str, object]] = [
        {"@type": "Article", "@id": f"{item.url}#article", "headline": item.title, "author": {"@id": "#person"},
         "datePublished": f"{item.date}T09:30:21-05:00", "publisher": {"@id": "#organization"},
         "wordCount": item.words, "commentCount": len(furniture.COMMENTS)},
        {"@type": "WebPage", "@id": item.url, "url": item.url, "name": f"{item.title} - {item.outlet}",
         "datePublished": f"{item.date}T09:30:21-05:00", "isPartOf": {"@id": "#website"}},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Home"}]},
        {"@type": "WebSite", "@id": "#website", "name": item.outlet, "publisher": {"@id": "#organization"}},
        {"@type": "Organization", "@id": "#organization", "name": item.outlet},
    ]  # fmt: skip
    if names:
        graph.append({"@type": "Person", "@id": "#person", "name": joined(names)})
    vcard = (
        f'<span class="byline">by <span class="author vcard"><a class="url fn n" href="/author">'
        f"{esc(joined(names))}</a></span></span>"
        if names
        else ""
    )
    comments = "".join(
        f'<li class="comment"><div class="comment-author vcard"><b class="fn">{esc(who)}</b> says:</div>'
        f'<div class="comment-content"><p>{esc(said)}</p></div><a class="comment-reply-link">Reply</a></li>'
        for who, said in furniture.COMMENTS
    )
    caption, credit = furniture.caption_of(item)
    return f"""<!DOCTYPE html>
<html lang="en-US"><head><meta charset="UTF-8"><title>{esc(item.title)} - {esc(item.outlet)}</title>
{_open_graph(item, times=False)}
<script type="application/ld+json" class="yoast-schema-graph">{_json({"@graph": graph})}</script>
<link rel="stylesheet" href="/wp-content/themes/news/style.css"></head>
<body class="post-template-default single single-post"><div id="page" class="site">
<header class="site-header"><p class="site-title"><a href="/">{esc(item.outlet)}</a></p>
<ul id="menu-main" class="menu">{_links(furniture.MENU, "li")}</ul></header>
<div id="primary"><article class="post type-post hentry"><header class="entry-header">
<h1 class="entry-title">{esc(item.title)}</h1><div class="entry-meta">{vcard}
<span class="posted-on">Posted on <time class="entry-date published" datetime="{item.date}T09:30:21-05:00">{
        long_date(item.day)
    }</time></span> <a href="#comments">{len(furniture.COMMENTS)} Comments</a></div></header>
<div class="entry-content"><div class="wp-caption aligncenter"><img src="wp.jpg" alt="">
<p class="wp-caption-text">{esc(caption)} ({esc(credit)})</p></div>
{"".join(_paragraphs(item, "<p>"))}
<div class="sharedaddy"><h3 class="sd-title">Share this:</h3><ul>{_links(furniture.SHARING, "li")}</ul></div>
<div class="jp-relatedposts"><h3>Related</h3>{_cards(item)}</div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">News</a></span>
<span class="tags-links">Tagged <a href="/t">{esc(item.topic.replace("_", " "))}</a></span></footer></article>
<div id="comments" class="comments-area"><h2>{len(furniture.COMMENTS)} thoughts on this</h2><ol>{comments}</ol>
<h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p></div></div>
<div id="secondary" class="widget-area"><h2>Recent Posts</h2><ul>{
        _links(furniture.related_to(item, 5), "li")
    }</ul></div>
<footer class="site-footer">Proudly powered by WordPress</footer></div>{_consent()}</body></html>"""


def _application(item: Item) -> str:
    """A page of nested divisions with hashed class names, advertisements between the paragraphs, a list of JSON-LD."""
    data = [
        {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": []},
        {"@context": "https://schema.org", "@type": "ItemList", "itemListElement": [
            {"@type": "ListItem", "position": i + 1, "name": title}
            for i, title in enumerate(furniture.related_to(item))]},
        {"@context": "https://schema.org", "@type": ["NewsArticle"], "headline": item.title, "url": item.url,
         "datePublished": f"{item.date}T11:12:13Z", "author": [{"@type": "Person", "name": n} for n in item.names],
         "publisher": {"@type": "Organization", "name": item.outlet}, "isAccessibleForFree": True},
    ]  # fmt: skip
    caption, credit = furniture.caption_of(item)
    story = _paragraphs(item, '<p class="Text-sc-1k2b3 hQzVfD">')
    for at in range(len(story) - 1, 2, -4):
        story.insert(at, '<div class="Ad-sc-9x"><span>Advertisement</span><span>Story continues below</span></div>')
    byline = "".join(f'<span class="Author-sc-77"><a href="/a">{esc(name)}</a></span>' for name in item.names)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{esc(item.title)}</title>{_open_graph(item)}
<script type="application/ld+json">{_json(data)}</script>
<script>window.__DATA__={_json({"menu": furniture.MENU, "user": None})}</script></head>
<body><div id="root"><div class="Shell-sc-1"><div class="Nav-sc-2">{_links(furniture.MENU, "span")}</div>
<div class="Page-sc-3"><div class="Head-sc-4"><h1 class="Headline-sc-5">{esc(item.title)}</h1>
<div class="Meta-sc-6">{byline}<span class="Stamp-sc-8">{short_date(item.day)}, 11:12am</span>
<span class="Read-sc-9">{max(1, item.words // 230)} min read</span></div>
<div class="Share-sc-10">{_links(furniture.SHARING, "button")}</div></div>
<div class="Media-sc-11"><img src="i.webp"><div class="Caption-sc-12">{esc(caption)} {esc(credit)}</div></div>
<div class="Body-sc-13"><div class="Grid-sc-14">{"".join(story)}</div></div>
<div class="More-sc-15"><h2>Read next</h2>{_cards(item)}</div>
<div class="Letter-sc-16"><h2>{furniture.NEWSLETTER[0]}</h2><p>{furniture.NEWSLETTER[1]}</p></div></div>
<div class="Foot-sc-17">{_links(furniture.FOOTER, "span")} © {item.day.year} {esc(item.outlet)}</div></div></div>
{_consent()}</body></html>"""


TEMPLATES: tuple[Callable[[Item], str], ...] = (_modern, _classic, _blog, _application)


def _open_graph(item: Item, times: bool = True) -> str:
    said = [
        ("og:type", "article"),
        ("og:title", item.title),
        ("og:url", item.url),
        ("og:site_name", item.outlet),
        ("og:description", item.paragraphs[0][:150]),
        ("og:image", "https://example.org/lead.jpg"),
        *([("article:published_time", f"{item.date}T14:05:00Z")] if times else []),
        ("article:section", item.topic),
    ]
    return "".join(f'<meta property="{name}" content="{esc(value)}">\n' for name, value in said if value)


def _paragraphs(item: Item, opening: str, entities: bool = False) -> list[str]:
    """Return the paragraphs as markup, every third with a link in it, as sites link their own stories."""
    found = []
    for i, paragraph in enumerate(item.paragraphs):
        words = paragraph.split(" ")
        shown = [esc(word, quote=False) for word in words]
        if i % 3 == 0 and len(words) > 9:
            shown[4] = f'<a href="https://example.org/{i}">{shown[4]}'
            shown[6] += "</a>"
        if i % 5 == 1 and len(words) > 12:
            shown[9] = f"<em>{shown[9]}</em>"
        text = " ".join(shown)
        if entities:
            text = text.replace("’", "&rsquo;").replace("“", "&ldquo;").replace("”", "&rdquo;").replace("—", "&mdash;")
        found.append(f"{opening}{text}</p>\n")
    return found


def _linked_names(item: Item) -> str:
    return joined([f'<a rel="author" href="/by/{i}">{esc(name)}</a>' for i, name in enumerate(item.names)])


def _links(texts: Sequence[str], tag: str) -> str:
    return "".join(f'<{tag}><a href="/{i}">{esc(text)}</a></{tag}>' for i, text in enumerate(texts))


def _cards(item: Item) -> str:
    return "".join(
        f'<div class="card"><a href="/s/{i}"><img src="t.jpg"><h3>{esc(title)}</h3></a><span>3 hours ago</span></div>'
        for i, title in enumerate(furniture.related_to(item))
    )


def _consent() -> str:
    return (
        f'<div id="onetrust-banner-sdk" role="dialog"><h2>{furniture.CONSENT[0]}</h2><p>{furniture.CONSENT[1]}</p>'
        "<button>Accept all</button><button>Reject all</button></div>"
    )


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
