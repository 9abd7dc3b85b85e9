"""Pictures' captions and notes about the article itself, told from the body by how they are written."""

from __future__ import annotations

import re

CAPTION_WORDS = 90
"""The longest captions of agencies have about 80 words."""
NOTE_WORDS = 80
"""Corrections and credits of reporters are shorter."""

_SLUG = re.compile(r"[^\W\d_][^\W_]*(?:[ '’.&]+[^\W_]+)*(?:-[^\W_]+(?:[ '’.&]+[^\W_]+)*){2,}")
_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|EFE|ANSA|TASS|SANA|Xinhua|dpa|DPA|PA|UPI|Getty|Getty Images|Shutterstock|Alamy"
    r"|Sputnik|Anadolu|Associated Press|Agence France-Presse|WAFA|IRNA|KCNA|Kyodo|Yonhap|Handout|Courtesy|Pool"
    r"|NurPhoto|Bloomberg)"
)
_PICTURE = r"(?:[Ff]ile )?(?:[Pp]hoto(?:s|graph|graphs)?|PHOTO|[Ii]mages?|IMAGE|[Pp]ictures?|[Cc]redit|CREDIT)"
_CREDITS = (
    # (Photo: Jane Doe), (AP Photo/Jane Doe), [File photo], (Image courtesy of …)
    re.compile(rf"[(\[](?:{_AGENCY} )?{_PICTURE}\b[^()\[\]]{{0,80}}[)\]]\.?$"),
    # (Xinhua/Jane Doe), (Jane Doe/AFP), (Jane Doe/AFP via Getty Images), (Corriden Wire/J. Doe)
    re.compile(rf"[(\[][^()\[\]]*\b{_AGENCY}\s?/[^()\[\]]+[)\]]\.?$"),
    re.compile(rf"[(\[][^()\[\]]+/\s?{_AGENCY}\b[^()\[\]]*[)\]]\.?$"),
    # … on Monday. Photo: Jane Doe · … | Photograph: Jane Doe/The Paper · Photo by Jane Doe
    re.compile(
        rf"(?:^|[.!?)\]”’\"|–—-] ?)(?:{_PICTURE}(?: credits?| courtesy)?\s?:|(?:{_PICTURE}|Photographed) by\b"
        r"|Image source,|FILE PHOTO|File photo)[^.]{2,80}\.?$"
    ),
    # Jane Doe/The Paper/Getty Images
    re.compile(rf"^[A-Z][^.!?/]{{2,40}}(?:/[^.!?/]{{2,40}})?/\s?{_AGENCY}$"),
    # … on Monday. Jane Doe / AFP · … on Monday. AFP via Getty Images
    re.compile(rf"(?<=[.!?”’\"]) ?(?:[A-Z][\w.-]+ ){{0,4}}(?:[A-Z][\w.-]+\s?)?/\s?{_AGENCY}\b[^.]{{0,40}}$"),
    re.compile(r"(?<=[.!?”’\"]) (?:[A-Z]\w+(?: via)? )?(?:Getty Images|EPA-EFE|Reuters|AP|AFP)(?: file)?(?: photo)?$"),
)
_LABELS = re.compile(
    r"(?:(?:FILE PHOTO|FILE|File photo|Photo|PHOTO|Caption|CAPTION|Photo caption|Picture)\s?(?:[:,(]| [–—-])"
    r"|(?:Image|Media|Video) caption\b|Image\s?:|(?:Pictured|Seen here|Above|Clockwise(?: from \w+ \w+)?)\s?[:,])"
)
_CREDITED = re.compile(r"(?:Getty Images|PA Media|EPA-EFE|Shutterstock|Alamy) [A-Z].*[^.!?…\"'”’]")
"""Whose picture it is, and then what it shows, which is no sentence."""
_ABOVE_BODY = re.compile(
    r"(?:An?|This|In this) (?:[\w-]+ ){0,3}(?:photo(?:graph)?|picture|image|still|frame grab|screen ?grab|handout)\b"
    r"|.{0,60}\b(?:photograph|photo|picture|image)s? (?:released|taken|provided|obtained|made|shows?|distributed)\b"
    r"|.*\((?:left|right|center|centre|C|L|R|2nd [LR])\)"
    r"|.*, (?:left|right|center|centre|second from (?:left|right)),"
    r"|.*, (?:pictured|seen here|shown here)\b|.*\b(?:pictured|seen) (?:here|above)\b"
    r"|.*\b(?:is|are) (?:pictured|seen|shown) (?:on|in|at|during|near|walking|speaking|standing|sitting)\b"
)
_NOTES = re.compile(
    r"(?:\*+ ?|[(\[–—-]+ ?)?(?:"
    r"(?:Editor|Editors|Publisher)['’]?s?['’]? ?(?:note|Note|NOTE)\b|(?:EDITOR['’]?S|EDITORS['’]?) NOTE\b"
    r"|(?:Correction|CORRECTION|Clarification|Update|UPDATE|Note|NOTE|Disclaimer|Disclosure)\s?(?:\([^)]*\))?\s?:"
    r"|(?:This|An earlier version of this|A previous version of this) (?:story|article|report|post|piece|item)"
    r" (?:has been (?:updated|corrected|amended|revised|edited|changed)|was (?:updated|corrected|amended"
    r"|first|originally|produced|translated)|is (?:invented|part of|based on|developing)|will be updated|misstated"
    r"|incorrectly|originally|first (?:appeared|ran))\b"
    r"|A version of this (?:article|story|report|column|piece) (?:appears|appeared|ran|was published)\b"
    r"|(?:[A-Z][\w.’'-]+ ){2,4}(?:and (?:[A-Z][\w.’'-]+ ){2,4})?reported from [A-Z][^.]{2,80}\.$"
    r"|(?:With )?(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated) by [A-Z]"
    r"|.{3,120}\bcontribut(?:ed|ing) (?:to|reporting (?:to|for|from)) (?:this|the) (?:report|story|article|piece)\b"
    r"|.{3,120}\bcontributed reporting\b"
    r"|With (?:files|reporting|additional reporting|inputs?|information) from\b)"
)


def is_slug(text: str) -> bool:
    """Return whether a line is an agency's picture slug: "COUNTRY-CITY-SUBJECT"."""
    return len(text) <= 90 and text == text.upper() and bool(_SLUG.fullmatch(text))


def is_caption(text: str, above_body: bool) -> bool:
    """Return whether a paragraph is a picture's caption: by its credit or label, above the body also by its words.

    A body may speak of pictures too ("Satellite images show …"), hence the words count above it only.
    """
    if text[:1] in '"“' or len(text.split()) > CAPTION_WORDS:
        return False
    tail = text[-160:]
    if any(credit.search(tail) for credit in _CREDITS) or _LABELS.match(text) or _CREDITED.fullmatch(text):
        return True
    return above_body and bool(_ABOVE_BODY.match(text))


def is_note(text: str) -> bool:
    """Return whether a paragraph speaks about the article: corrections, credits of reporters."""
    return bool(_NOTES.match(text)) and len(text.split()) <= NOTE_WORDS
