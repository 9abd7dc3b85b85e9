"""A sentence made ready for the rules: its words in lower case, a class for each, and what is quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ....model import Document, SectionKind, Span
from ....progress import checked
from ...english.cues import CueForm, cue_forms
from ...english.wordclasses import is_adverb, verb_shapes
from ...language import word_key
from .wordclasses import closed_class

_PUNCTUATION = {",": ",", ".": ".", "!": ".", "?": ".", "...": ".", "…": ".", ";": ".", ":": ":", "(": "(", ")": ")"}
_PUNCTUATION |= {"[": "(", "]": ")", "—": "-", "–": "-", "--": "-", "-": "-", "―": "-", "%": "N", "$": "U"}
_QUOTES = frozenset('"“”„«»') | {"''", "``", "'''"}
_MONTHS = frozenset(
    (
        "january february march april june july august september october november december jan feb aug sept oct nov dec"
    ).split()
)


_PLURALS = frozenset(("women", "men", "people", "police", "children", "media", "fans", "data"))


@dataclass(slots=True)
class Line:
    """One sentence; all lists run parallel over its tokens."""

    number: int
    span: Span
    paragraph: int
    words: list[str]
    tags: list[str]
    shapes: list[str]
    """base, s, past, participle or ing for verbs, "" for others."""
    spans: list[Span]
    quoted: list[int]
    """Index of the quotation that holds the token with its marks, or -1."""
    shouts: list[bool]
    """Whether the token is a word in capitals."""
    headline: bool = False

    def __len__(self) -> int:
        return len(self.words)

    def range(self, first: int, last: int) -> Span:
        """Return the span from one token to another, both included."""
        return Span(self.spans[first].start, self.spans[last].end)

    def printed(self, first: int, last: int) -> str:
        """Return the words from one token to another, both included, in lower case."""
        return " ".join(self.words[first : last + 1])


def lines(document: Document) -> Iterator[Line]:
    """Yield every sentence of `document`."""
    starts = [q.outer.start for q in document.quotations]
    for number, sentence in enumerate(checked(document.sentences)):
        tokens = document.tokens[slice(*sentence.tokens)]
        quoted = []
        for token in tokens:
            i = bisect_right(starts, token.span.start) - 1
            quoted.append(i if i >= 0 and token.span.start < document.quotations[i].outer.end else -1)
        words = [word_key(t.text) for t in tokens]
        headline = sentence.section is SectionKind.HEADLINE
        printed = [t.text for t in tokens]
        tags, shapes = _tag(_lowered(printed, words) if headline else printed, words, quoted)
        shouts = [len(t.text) > 2 and t.text.isalpha() and t.text.isupper() for t in tokens]
        spans = [t.span for t in tokens]
        yield Line(number, sentence.span, sentence.paragraph, words, tags, shapes, spans, quoted, shouts, headline)


# From this share of capitals on, a headline prints every word with one; some leave their small words in lower case.
_TITLE_CASE = 0.6
_FEWEST = 4


def _lowered(printed: list[str], words: list[str]) -> list[str]:
    """Return a headline's words as a sentence prints them: small words and verbs of "Orr Says the Bridge Is Safe"."""
    letters = [t for t in printed if t[:1].isalpha()]
    if len(letters) < _FEWEST or sum(t[0].isupper() for t in letters) < _TITLE_CASE * len(letters):
        return printed
    forms, closed = cue_forms(), closed_class()
    return [
        token.lower()
        if i and not token.isupper() and (word in closed or (word in forms and _is_headline_verb(forms[word])))
        else token
        for i, (token, word) in enumerate(zip(printed, words, strict=True))
    ]


def _is_headline_verb(form: CueForm) -> bool:
    """Whether a form is a verb in headlines, which tell in the present: "says", "vow to", not "post" or "reports"."""
    told = bool({"clause", "quote", "to"} & form.cue.takes) and not form.cue.loose
    return told and (form.shape in ("s", "base") and (not form.cue.noun or form.cue.verb in _IN_HEADLINES))


_IN_HEADLINES = frozenset("vow claim warn demand call pledge promise slam blast".split())


def _tag(printed: list[str], words: list[str], quoted: list[int]) -> tuple[list[str], list[str]]:
    """Return the class of every token, and the shape of the verbs among them."""
    closed, verbs = closed_class(), verb_shapes()
    shouted = all(t.isupper() for t in printed if len(t) > 2 and t.isalpha())
    tags: list[str] = []
    shapes: list[str] = []
    for i, (token, word) in enumerate(zip(printed, words, strict=True)):
        opened = i > 0 and quoted[i] >= 0 and tags[-1] == '"'
        first = i == 0 or tags[-1] in ":.(" or opened
        tag, shape = _class(token, word, first, closed, verbs)
        if len(token) > 1 and token.isupper() and token.isalpha() and not shouted and tag in "XPVBNDSR":
            tag, shape = "K", ""  # IS, WHO: a name in capitals.
        elif tag == "N" and tags and _must_be_verb(tags[-1], words[i - 1], word):
            tag, shape = "V", "base" if tags[-1] == "T" else "past"
        elif tag == "V" and word in ("release", "releases") and i and words[i - 1] in ("press", "news"):
            tag, shape = "N", ""
        elif tag == "V":
            following = words[i + 1] if i + 1 < len(words) else ""
            kept = shape
            tag, shape = _verb_or_noun(
                tags, shapes, words, shape, verbs[word][1] if word in verbs else False, following
            )
            shape = shape or (kept if word in _SAID else "")
        elif tag == "D" and word in _FLOATING and tags and tags[-1] in "NKR":
            tag = "B"  # "the packages each held"
        elif tag == "G" and (
            (tags and tags[-1] in "DZ") or word in _ING_NOUNS or (tags and tags[-1] in "NK" and word in _MEETINGS)
        ):
            tag, shape = "N", ""  # "the hearing"
        elif tag == "T" and tags and words[i - 1] == "according":
            tag = "P"
        elif tag == "P" and tags and tags[-1] == "D" and word not in ("of", "to") and words[i - 1] not in _SOME:
            tag = "N"  # "an inside source"
        elif word == "'s" and tags and tags[-1] in "RWBS":
            tag, shape = "X", "s"  # "he's", "who's", "there's"
        elif word == "." and i + 1 < len(words) and tags and tags[-1] in "KNUYD" and quoted[i + 1] == quoted[i]:
            tag = tags[-1]  # The stop of an abbreviation: the sentence goes on.
        if shape in ("past", "base") and tag in "VN" and word in _SAID:
            some = _bare_some(tags, words)
            if some is not None and i + 1 < len(words) and (words[i + 1] in closed or printed[i + 1][0].isupper()):
                tags[some], tag = "N", "V"  # "Some also said the army"
        tags.append(tag)
        shapes.append(shape if tag in ("V", "G", "X", "M") else "")
    return tags, shapes


def _is_plural(word: str) -> bool:
    return word in _PLURALS or word.endswith("men") or (word.endswith("s") and not word.endswith("ous"))


def _is_plain_plural(word: str) -> bool:
    """Whether a noun is a plural by its "s": not "press", "virus", "politics" or "news"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")) and word not in ("news", "series")


_FLOATING = frozenset(("each", "both", "all"))
_ING_NOUNS = frozenset("morning evening building thing something anything nothing everything king spring".split())
_MEETINGS = frozenset("briefing hearing meeting gathering filing posting".split())
_SAME_PAST = frozenset("set put cut hit let shut cast spread shed split".split())
_ARTICLES = frozenset("a an the his her its their no".split())
_SOME = frozenset("some many most few several both others another".split())
_SAID = frozenset(
    "said argued claimed suggested told warned complained added insisted say argue claim believe suggest warn complain "
    "insist contend contended allege alleged assert asserted maintain maintained fear feared think thought feel hope "
    "acknowledge acknowledged consider see expect worry worried wonder wondered speculate speculated blame".split()
)


def _bare_some(tags: list[str], words: list[str]) -> int | None:
    """Return the token of a "some" that stands for people before a verb, with adverbs between."""
    i = len(tags) - 1
    while i >= 0 and tags[i] == "B":
        i -= 1
    return i if i >= 0 and words[i] in _SOME and tags[i] == "D" else None


_NOUN_ENDINGS = ("ity", "tion", "sion", "ment", "ness", "ship", "ance", "ence", "ism", "s", "er", "or", "ist", "ian")


def _must_be_verb(before: str, word_before: str, word: str) -> bool:
    """Whether an unknown word can only be a verb: after "to" or "who", and not shaped like a noun."""
    if not word.isalpha():
        return False
    return word_before == "who" or (before == "T" and not word.endswith(_NOUN_ENDINGS))


def _opens_content(word: str) -> bool:
    """Whether a word can stand right behind a verb that takes words or an object."""
    return (word[:1].isalnum() and closed_class().get(word, "N") not in "PCXM") or word in _QUOTES


def _class(
    token: str, word: str, first: bool, closed: dict[str, str], verbs: dict[str, tuple[str, bool]]
) -> tuple[str, str]:
    if token in _QUOTES:
        return '"', ""
    if token in _PUNCTUATION:
        return _PUNCTUATION[token], ""
    if word == "'s":
        return "Z", ""
    if token in ("#", "@"):
        return "K", ""  # belongs to the name behind it
    if word == "&":
        return "C", ""
    if not word[0].isalnum():
        return ("Z", "") if word == "'" else (".", "")
    tag = closed.get(word)
    if tag is not None and (first or not token[0].isupper() or word == "i" or tag in "YRD" or token.isupper() is False):
        return tag, ""
    if word[0].isdigit():
        return "U", ""
    if word in _MONTHS and token[0].isupper():
        return "Y", ""
    if token[0].isupper() and not first:
        return "K", ""
    if word in verbs and not (token[0].isupper() and verbs[word][1]):
        shape = verbs[word][0]
        return ("G" if shape == "ing" else "V"), shape
    if token[0].isupper():
        return "K", ""
    if is_adverb(word):
        return "B", ""
    if word.endswith("ing") and len(word) > 5 and not word.endswith("-wing"):
        return "G", "ing"
    if word.endswith("ed") and len(word) > 4 and "-" not in word:
        return "V", "past"
    return "N", ""


def _verb_or_noun(
    tags: list[str], shapes: list[str], words: list[str], shape: str, noun: bool, following: str
) -> tuple[str, str]:
    """Decide by what stands before whether a form that can be both is a verb here."""
    i = len(tags) - 1
    while i >= 0 and tags[i] == "B":
        i -= 1
    before = tags[i] if i >= 0 else ""
    if noun and before in ("K", "N") and verb_shapes().get(following, ("",))[0] == "past" and following in _SAID:
        return "N", ""  # "the party attacks said"
    if noun and before in (",", "C", "") and following in _SAID:
        return "N", ""  # "…, advocates say"
    if before in ("M", "T", "R") or (before == "W" and noun):
        return "V", shape
    if shape in ("past", "participle"):
        if words[i].startswith("those") or (before in ("S", "", "V") and following and following not in closed_class()):
            return "N", ""  # "those surveyed", "while enlisted men": no verb can stand here.
        return ("N", "") if before in ("D", "Z") and following not in ("by", "to") else ("V", shape)
    if before == "X":
        return ("V", shape) if shape == "base" and words[i].startswith(("do", "did")) else ("N", "")
    if before in ("D", "Z", "P", "U", "") or (before == "V" and noun):
        return "N", ""
    if shape == "base" and not noun:
        return "V", shape
    if before in ("N", "K") and words[len(tags)] in _SAME_PAST and following in _ARTICLES:
        return "V", "past"  # "the mayor set a deadline"
    if shape == "base":
        plural = before == "N" and _is_plural(words[i])
        opens = before == "K" and words[i].endswith("s") and _opens_content(following)
        return ("V", shape) if plural or opens else ("N", "")
    if noun and before == "N" and not _opens_content(following):
        return "N", ""  # "asylum claims, a move", "days of ominous reports about"
    if noun and following in ("of", "for", "in", "on"):
        return "N", ""
    if noun and shape == "s" and before == "N" and i == len(tags) - 1 and _is_plain_plural(words[i]):
        return "N", ""  # "lawyers and civil rights advocates counselling them"
    return ("V", shape)
