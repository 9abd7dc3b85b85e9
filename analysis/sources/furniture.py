"""What a page puts around a story: player text, sharing, menus of other stories, newsletters, page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MAX_FURNITURE = 160
"""Longer lines are taken for prose whatever they open with."""

# Whole lines, compared without case, punctuation at the end, and surrounding signs.
_LINES = frozenset(
    line.strip()
    for line in """
    advertisement | advertisements | advert | adverts | ad | ads | back to gallery | story continues below advertisement
    article continues below advertisement | article continues after advertisement | continue reading below
    story continues below | sponsored content | sponsored | promoted | share | share this | share this article
    share this story | share on facebook | share on twitter | tweet | email | e-mail | print | print this article
    print this page | print this story | print page |
    save | copy link | link copied | facebook | twitter | whatsapp | linkedin | telegram | reddit | pinterest
    share via email | share this with | share to facebook | share to twitter | share on whatsapp | share on linkedin
    share on x | video player | video playerclose | video player close | close | play | play video | loading
    loading video | this video can not be played | media caption | now playing | unmute | fullscreen | watch live
    live now | replay video | read more | read the full story | read full story | read next | continue reading
    show key events only | shares
    show more | see more | view more | more | load more | view gallery | view comments | comments | leave a comment
    add a comment | post a comment | show comments | join the conversation | related | subscribe | subscribe now
    sign up | sign in | log in | log out | register | newsletter | newsletters | register now | skip to content
    skip to main content | back to top | top | home | menu | search | close menu | skip advertisement | previous
    published | updated | last updated | next | previous article | next article | previous story | next story
    listen to this article | listen to article | listen
    get the app | download our app | cookie settings | accept cookies | accept all
    manage preferences | privacy policy | terms of use | terms of service | about us | contact us | contact
    follow us | follow | all rights reserved | report a typo | text size | a a a | abstract | full text
    correction appended | end of document | load-date
    """.replace("\n", "|").split("|")
    if line.strip()
)
_TAIL_HEADINGS = frozenset(
    line.strip()
    for line in """
    top stories | editor's choice | editors' choice | editors choice | editor's picks | editors' picks | most viewed
    most read | most popular | most shared | most watched | most commented | related stories | related articles
    related news | related topics | related content | related coverage | related links | more stories | more news
    more on this story | more on this topic | more from this section | latest news | latest stories
    latest headlines | trending | trending now | trending stories | popular | popular now | popular stories
    recommended | recommended stories | recommended for you | recommended reading | you may also like
    you might also like | you may like | what to read next | don't miss | must read | must reads
    elsewhere on the web | around the web | from the web | also in the news | also read | see also
    in case you missed it | explore more on these topics
    other stories | other news | photos | videos | hot topics | best of the web
    more headlines | paid content
    """.replace("\n", "|").split("|")
    if line.strip()
)
"""Above lists of other stories, mostly at the end of a page."""

_BREADCRUMBS = re.compile(r"home\s?[>»/›|]\s?.{1,80}", re.I)
# One pattern rather than forty: lines are many, and nearly all are none of these.
_LINK = re.compile(
    "|".join(
        f"(?:{pattern})"
        for pattern in (
            r"\d{12,}",  # identifiers of a page
            r"[\W_]{3,}",  # rules
            r"page \d{1,3}(?: (?:of|/) \d{1,3})?|\d{1,3} (?:of|/) \d{1,3}",
            r"explore \w+",
            r"explore more on these topics:? .*",
            r"(?:share|gift|bookmark) (?:full|this) article",
            r"share or comment on this article\b.*",
            r"\d{1,3}(?:\.\d+)?[km]?",
            r"to (?:stop receiving|unsubscribe from) .{0,60}unsubscribe\b.{0,20}",
            r"skip to (?:main )?content\b.{0,60}",
            r"listen to this article\b.{0,40}",
            r"reporting from [\w ,.'-]{3,50}",
            r"our standards\s*:.{0,60}",
            r"(?:read|reuse) (?:comments|this content)",
            r"contact\s*:\s*\S+@\S+",
            r"more (?:from|on|in|about) [\w' ]{2,40}",
            r"(?:read|see|watch|learn|listen) (?:more|also|next|now|the latest)\s*[:>»|].*",
            r"(?:related|recommended|more|also read|see also|watch|read|don't miss|must read|video|in pictures"
            r"|gallery|poll|quiz|podcast|listen|photos)"
            r"\s?(?:article|story|stories|coverage|reading|news)?\s*[:|»]\s*\S.*",
            r"(?:read|see|watch) (?:the )?(?:rest|full (?:story|article|report|post|interview)"
            r"|whole (?:story|article|thing|report)).{0,20}\bhere",
            r"(?:click|tap) (?:here|to|on) .*",
            r"(?:please )?(?:sign|signed|signing) up (?:for|to|here|now|today)\b.*",
            r"(?:please )?subscribe (?:to|for|now|here|today)\b.*",
            r"(?:get|receive|have) .{0,60}\b(?:newsletter|inbox|notifications)\b.*",
            r"(?:our|the|daily|weekly|morning|evening) .{0,30}newsletter",
            r"(?:view|read|open|see) (?:(?:this|it|the) ?)?(?:e-?mail|newsletter|message|post|issue|edition)? ?"
            r"(?:in|on) (?:your |a |the )?(?:web ?)?(?:browser|web|app)\b.{0,40}",
            r"(?:to |click here to |you can )?(?:unsubscribe|opt out|change your preferences|manage (?:your )?"
            r"(?:e-?mail |newsletter )?(?:subscriptions?|preferences)|update (?:your )?(?:subscription |e-?mail )?"
            r"(?:preferences|profile))\b.{0,90}",
            r"you(?:'re| are| were| have)? (?:receiving|received|sent|getting|got) this (?:e-?mail|message|newsletter)"
            r" because\b.*",
            r"(?:was )?(?:this (?:e-?mail|newsletter) )?forwarded (?:this (?:e-?mail|newsletter)|to you)\b.{0,60}",
            r"want to change how you receive these e-?mails.*",
            r"our mailing address is\b.*",
            r"thanks for reading .{1,60}[!.] subscribe .*",
            r"if you (?:no longer|do not|don't) (?:wish|want) to receive\b.*",
            r"(?:follow|like|join|find|connect with) (?:us|me|him|her|them|\w+(?: \w+){0,3}) (?:on|via) "
            r"(?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|social)\b.*",
            r"follow @\w+.*",
            r"download (?:the|our) .{0,40}\bapp\b.*",
            r"(?:©|\(c\)|copyright)\s.*",
            r".{0,60}\ball rights reserved\b.{0,60}",
            r"this material may not be published, broadcast.*",
            r"(?:share|tweet|email|print|save|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|copy link|comments?)(?:[\s|,/•·]+(?:share|tweet|email|print|save|more|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|copy link|comments?|\d+))+",  # noqa: E501
            r"(?:comments?|shares?) ?\(\d+\)",
            r"(?:facebook|twitter|x|whatsapp|linkedin|instagram|telegram|threads|bluesky|messenger|email)"
            r"(?:[\s|,/•·]+(?:facebook|twitter|x|whatsapp|linkedin|instagram|telegram|threads|bluesky|messenger|email"
            r"|copy link|print)){2,}",
            r"\d+(?:[.,]\d+)?[km]? (?:comments?|shares?|views?|likes?|retweets?)",
            r"\d{1,3} ?-?min(?:ute)?s?(?: read| listen)",
            r"(?:reading|listening) time\s*:?.{0,20}",
            r"\d{1,2}:\d{2}(?::\d{2})? ?/ ?\d{1,2}:\d{2}(?::\d{2})?",
            r"(?:video|audio|image|photo|gallery|slideshow) (?:player|unavailable|loading).{0,40}",
            r"(?:tags?|topics?|filed under|categories)\s*:\s.*",
            r"(?:https?://|www\.)\S+",
            r"(?:find|view|read|see) this (?:article|story|page|report) (?:at|on|online)\b.*",
            r"(?:(?:to view this video,? )?please enable javascript|your browser does not support"
            r"|javascript (?:is|must be) (?:disabled|required|enabled))\b.*|to view this video\b.*",
            r"(?:view|see|show) (?:all|full|the full) .{0,40}(?:comments|gallery|image|list|profile|bio|article)",
            r"(?:we use|this (?:site|website|page) uses) cookies.*",
            r"(?:support|donate to|help) .{0,40}journalism.{0,60}",
            r"support (?:our|independent) .{0,60}",
            r".{0,120}[.!] support our (?:work|journalism|reporting)",
            r"(?:last )?updated? (?:\d+|an?) (?:minutes?|hours?|days?) ago",
            r"(?:\d+|an?) (?:minutes?|hours?|days?|weeks?|months?|years?) ago",
            r"(?:toggle|hide|show) caption\b.{0,80}|slide ?show",
            r"(?:getty images|shutterstock|istock|alamy|file photo|file|handout|photo|image source|image caption"
            r"|photo caption)",
        )
    ),
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines that are kept, and those that were taken off."""

    kept: tuple[str, ...]
    removed: tuple[str, ...]


def strip_furniture(lines: Sequence[str]) -> Cleaned:
    """Return `lines` without what is no part of the story; a line is dropped whole or kept whole."""
    lines, comments = _without_comments(lines)
    kept: list[str] = []
    removed: list[str] = []
    i = 0
    while i < len(lines):
        menu = _menu_length(lines, i)
        if menu:
            removed += [line for line in lines[i : i + menu] if line]
            i += menu
        else:
            (removed if is_furniture(lines[i]) else kept).append(lines[i])
            i += 1
    return Cleaned(tuple(kept), (*removed, *comments))


_COMMENTS = re.compile(r"(?:readers['’]? )?comments? ?\(?\d[\d,]*\)?|\d[\d,]* comments?", re.I)
_COMMENTED = re.compile(r".{2,80}\b(?:\d+|an?) (?:minute|hour|day|week|month|year)s? ago", re.I)


def _without_comments(lines: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """Return the lines above readers' comments, and these: a heading with their number, then who wrote when."""
    for i, line in enumerate(lines):
        if line and _COMMENTS.fullmatch(_plain(line)) and any(map(_COMMENTED.fullmatch, lines[i + 1 : i + 6])):
            return lines[:i], [other for other in lines[i:] if other]
    return lines, []


def is_page_line(line: str) -> bool:
    """Return whether a line above a headline belongs to the page; stricter, "Poll: …" and "Watch: …" open headlines."""
    plain = _plain(line)
    return plain in _LINES or bool(_BREADCRUMBS.fullmatch(plain)) or not any(c.isalnum() for c in line)


def is_furniture(line: str) -> bool:
    """Return whether a line, by itself, is page furniture."""
    if not line or len(line) > MAX_FURNITURE:
        return False
    plain = _plain(line)
    if plain in _LINES or plain in _TAIL_HEADINGS or _BREADCRUMBS.fullmatch(plain):
        return True
    # Spoken sentences may open like a link ("More: he wants more."); links do not end with a full stop and a quote.
    return bool(_LINK.fullmatch(plain)) and not re.search(r"[.]['\"”’]$", line)


def _plain(line: str) -> str:
    return line.replace("’", "'").casefold().strip(" *_>»→›▶►·•|[]#-–—:.…!") if any(c.isalnum() for c in line) else line


def _menu_length(lines: Sequence[str], start: int) -> int:
    """Return how many lines a menu of other stories takes, its heading included; 0 where none begins here.

    Only headline-like lines are taken, and only when at least two follow or the page ends: when unsure, keep.
    """
    if _plain(lines[start]) not in _TAIL_HEADINGS or not lines[start]:
        return 0
    end = start + 1
    entries = 0
    while end < len(lines) and (not lines[end] or _is_entry(lines[end])):
        entries += bool(lines[end])
        end += 1
    at_end = not any(lines[end:])
    return end - start if at_end or entries >= 2 else 1


def _is_entry(line: str) -> bool:
    """Return whether a line below such a heading may be another story's headline."""
    return len(line.split()) <= 20 and not re.search(r"[.…][\"'”’)]*$", line) and line[:1] not in "\"“‘'"
