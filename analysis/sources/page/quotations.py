"""What the markup of a page sets apart as somebody's words: block quotations and embedded posts."""

from __future__ import annotations

import re

from ..canonical import one_line
from .tree import Tree

_NAME = r"[^()|]{1,80}?"
_CREDITS = (
    # — Jane Doe (@jane) March 10, 2026
    re.compile(rf"(?:[—–-]+|―)\s*(?P<name>{_NAME})\s*\(@[^()]{{1,80}}\).{{0,60}}"),
    # A post shared by Jane Doe (@jane) · Posted by Jane Doe on Tuesday, 10 March 2026 · Post by @jane@example.social
    re.compile(rf"(?:A (?:post|photo|video|reel) (?:shared|posted) by|Posted by|Post by)\s+(?P<name>{_NAME})"
               r"(?:\s*\(@[^()]{1,80}\))?(?:\s+(?:on|at)\s.{0,60}|\s*[|·].{0,60})?"),
)  # fmt: skip
_LAST_CREDIT = re.compile(r"(?:—|–|―|--?)\s*(?P<name>[^\W\d_][^.!?\"“”]{1,100})\.?")
"""— Jane Doe, mayor of Lindmark: at the end of a quotation only."""
_PLATFORM = re.compile(r"(?:View|See) (?:this|more|the|on|in)\b.{0,60}|Embedded (?:post|tweet|content)\b.{0,40}", re.I)
_POSTS = re.compile(
    r"\b(?:twitter-tweet|twitter-video|instagram-media|bluesky-embed|mastodon-embed|telegram-post|tgme_widget_message"
    r"|fb-post|fb-xfbml-parse-ignore|truthsocial-embed|tiktok-embed|text-post-media|gab-embed)\b"
)
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:author|owner_name|display-?name)(?:$|[\s_-])")
_PICTURE_LINK = re.compile(r"(?:\s*(?:(?:https?://)?pic\.(?:twitter|x)\.com/\S+|https?://t\.co/\S+))+\s*$")
_PULLED = re.compile(r"\b(?:pull-?quote|pullout|callout-quote|quote-pull)\b", re.I)


def is_quotation(element: Tree, tag: str, name: str) -> bool:
    """Return whether an element holds somebody's words as a whole."""
    return tag == "blockquote" or bool(name and (_POSTS.search(name) or _PULLED.search(name)))


def without_picture_link(text: str) -> str:
    """Return the words of a post without the links to its picture that stand in its text."""
    return _PICTURE_LINK.sub("", text).rstrip()


def credit_of(text: str, last: bool) -> str | None:
    """Return the author whom a line within a quotation names ("" where it names the network alone), None for words."""
    if len(text) > 250:
        return None
    for pattern in _CREDITS:
        if found := pattern.fullmatch(text):
            return plain_name(found["name"])
    if _PLATFORM.fullmatch(text):
        return ""
    if last and (found := _LAST_CREDIT.fullmatch(text)):
        return plain_name(found["name"])
    return None


def author_of(element: Tree, name: str) -> str:
    """Return whom the markup of a quotation names: its `cite` or `footer`, a post's author, its figure's caption."""
    for tag in ("cite", "footer"):
        for named in element.iter(tag):
            return plain_name(one_line(named.text_content()))
    if _POSTS.search(name):
        for inner in element.iterdescendants():
            if isinstance(inner.tag, str) and _AUTHOR.search(inner.get("class", "")):
                return plain_name(one_line(inner.text_content()))
    parent = element.getparent()
    if parent is not None and parent.tag == "figure":
        for caption in parent.iterchildren("figcaption"):
            return plain_name(one_line(caption.text_content()))
    return ""


def plain_name(name: str) -> str:
    """Return a name without the dash before it."""
    return one_line(name).strip(" —–-―,:")[:120]
