"""The types that pass between the rooms of the engine; all frozen, all plain data.

One file, longer than others here, since it is what a newcomer reads whole: every room is written against it.

Offsets are half-open and count Unicode code points of ``Article.text``. ``None`` means
"not measurable" and is shown as a dash; it is never replaced by 0.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from .messages import Message
from .method import AnalyzerInfo, Method, analyzers_of
from .visible import visible

if TYPE_CHECKING:
    from .readings import Reading

# --------------------------------------------------------------------------- text


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: half-open, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the stretch itself."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of one article of a comparison: what every number opens."""

    article: str  # Article.id
    span: Span


class SectionKind(StrEnum):
    HEADLINE = "headline"
    DATELINE = "dateline"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text by its job on the page; sections are disjoint and in text order."""

    kind: SectionKind
    span: Span


class ArticleKind(StrEnum):
    """What kind of article a text is. The outlet's own voice means another thing in each."""

    NEWS = "news"
    ANALYSIS = "analysis"
    OPINION = "opinion"
    LETTER = "letter"
    LIVE = "live"
    INTERVIEW = "interview"
    TRANSCRIPT = "transcript"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the value of one of an article's fields comes from."""

    field: str
    """title, outlet, byline, published, dateline, language, agency, kind or complete."""
    message: Message


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A stretch of the text that its source sets apart as somebody's words: a block quotation, an embedded post."""

    span: Span
    author: str = ""
    """As the source names the author; "" where it does not."""


DAY_IN_NAME = re.compile(r"((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")
"""The day with which people begin the names of the files in which they keep articles."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text by one outlet, in canonical form, with what its header said."""

    id: str
    """Twelve hex digits of a digest over text, outlet, title and date: the same on every machine."""
    outlet: str
    """Name as printed; "" where it is not known."""
    title: str
    text: str
    """Everything, in canonical form (see `sources.canonical`): headline, dateline, body, captions."""
    sections: tuple[Section, ...]
    source: str
    """Path relative to what was opened, or address (with `#row` for a table row): see `sources.naming`."""
    sha256: str
    """Of the source bytes."""
    text_sha256: str
    language: str = "en"
    """ISO 639-1; only `en` is scored."""
    byline: str | None = None
    published: str | None = None
    """ISO 8601, with the precision that was printed: 2017-11-10 or 2017-11-10T06:11:06."""
    dateline: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    """Further columns of a table row, folder or header, to group by."""
    notes: tuple[Message, ...] = ()
    """What the reader of this article should know: removed furniture, language, guesses."""
    kind: ArticleKind = ArticleKind.NEWS
    complete: bool = True
    """False where the source holds a teaser or a stub of the article only."""
    evidence: tuple[Evidence, ...] = ()
    """Where its values come from, by field."""
    block_quotes: tuple[BlockQuote, ...] = ()
    """In the order of the text, disjoint."""
    path: str = field(default="", compare=False)
    """Where it lies on this machine (with `#row`), for the window and the terminal; no result may hold it."""

    @property
    def where(self) -> str:
        """What to call its source to the user at this machine."""
        return visible(self.path or self.source)

    @property
    def scored(self) -> bool:
        """Whether the program reads this language."""
        return self.language == "en"

    @property
    def label(self) -> str:
        """The outlet; where it is not known, the name of the article's own file, which the user knows; or its title."""
        return visible(self.outlet.strip() or self._file_name().strip() or self.title.strip() or self.source or self.id)

    @property
    def outlet_from_file(self) -> bool:
        """Whether `label` is the name of the article's file, since no outlet is known."""
        return not self.outlet.strip() and bool(self._file_name().strip())

    def _file_name(self) -> str:
        if "#" in self.source or "://" in self.source:  # a row of a table, an address
            return ""
        name = PurePath(self.source)
        ending = name.suffix
        while ending and name.suffix == ending:  # "story.txt.txt" was saved with its ending twice
            name = name.with_suffix("")
        words = DAY_IN_NAME.sub("", name.name, count=1).replace("_", " ").strip(" -.")
        return (words or name.name) if ending else ""


# --------------------------------------------------------------------------- document


class Voice(StrEnum):
    NARRATOR = "narrator"
    """The outlet's own words."""
    QUOTED = "quoted"
    """Inside quotation marks, as somebody's words."""
    REPORTED = "reported"
    """Indirect speech."""
    SCARE = "scare"
    """Quotation marks around a term, with no speaker."""
    MIXED = "mixed"
    """Of a sentence only: no voice has it whole."""


@dataclass(frozen=True, slots=True)
class Token:
    span: Span
    text: str
    """As printed."""
    word: bool
    """Whether it has a letter or digit; other tokens are punctuation, or the clitic of "Syria's", which is no word."""
    american: str = ""
    """The word in American spelling and lower case where it is printed in British; else nothing."""


@dataclass(frozen=True, slots=True)
class Sentence:
    span: Span
    paragraph: int
    """Index into Document.paragraphs."""
    section: SectionKind
    tokens: tuple[int, int]
    """Half-open range of indexes into Document.tokens."""


class QuotationKind(StrEnum):
    SPEECH = "speech"
    """Words presented as said or written by somebody."""
    TERM = "term"
    """A word or short phrase set off by marks: a scare quote unless somebody is named as its speaker."""
    TITLE = "title"
    """The name of a work or a nickname."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks; one that runs over paragraphs is one per paragraph."""

    outer: Span
    """With its marks."""
    inner: Span
    closed: bool
    """False where the closing mark is missing: it then ends with its paragraph."""
    continues: bool
    """Whether it carries on the quotation of the paragraph before."""
    kind: QuotationKind


class Form(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    SILENT = "silent"
    """Somebody said nothing: "declined to comment". No content."""


class SpeakerKind(StrEnum):
    GOVERNMENT = "government"
    MILITARY = "military"
    POLICE = "police"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    COURT = "court"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    COMPANY = "company"
    EXPERT = "expert"
    NGO = "ngo"
    MEDIA = "media"
    RESIDENT = "resident"
    FAMILY = "family"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    OTHER = "other"


class CueStance(StrEnum):
    NEUTRAL = "neutral"
    ASSERTING = "asserting"
    DOUBTING = "doubting"
    CONCEDING = "conceding"
    ENDORSING = "endorsing"
    EMOTIVE = "emotive"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who an attribution is to, as far as the article says."""

    name: str
    """The fullest name the article gives ("Hamoudeh Sabagh"), or the description ("a source based in …")."""
    kind: SpeakerKind
    named: bool
    """Whether a person or body is identified by name."""
    evidence: tuple[Span, ...]
    """The places that identify the speaker: the source span, then what a pronoun or short name goes back to."""
    why: Message


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words or thoughts, and how they are introduced. Spans are in text order and disjoint."""

    form: Form
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    cue_stance: CueStance
    speaker: Speaker | None
    why: Message
    """Which rule or head found it."""

    @property
    def span(self) -> Span:
        """From the first of its parts to the last."""
        parts = self.source + self.cue + self.content
        return Span(min(p.start for p in parts), max(p.end for p in parts))


@dataclass(frozen=True, slots=True)
class VoiceRun:
    """A stretch of text in one voice. The runs of a document are disjoint, ordered and cover its text."""

    span: Span
    voice: Voice
    attribution: int | None
    """Index into Document.attributions."""


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Actor:
    """A named person, body or place, with every mention of it."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article's text in layers, each computed once."""

    article: Article
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    actors: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]
    voices: tuple[VoiceRun, ...]
    reading: Reading | None = field(default=None, compare=False, repr=False)
    """What the trained Reader says; None where there is none, and the rules answer alone."""

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def words(self) -> int:
        """Number of word tokens, the denominator of every rate."""
        return sum(token.word for token in self.tokens)

    def words_in(self, span: Span) -> int:
        """Number of word tokens that begin inside `span`."""
        return sum(t.word for t in self.tokens[self.token_at(span.start) : self.token_at(span.end)])

    def token_at(self, offset: int) -> int:
        """Index of the first token that begins at or after `offset`."""
        return bisect_right(self.tokens, offset - 1, key=lambda t: t.span.start)

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that holds `offset`; None between sentences."""
        i = bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        return i if i >= 0 and offset < self.sentences[i].span.end else None

    def voice_at(self, offset: int) -> VoiceRun:
        """The voice of the text at `offset`."""
        if not self.voices:
            return VoiceRun(Span(0, len(self.text)), Voice.NARRATOR, None)
        return self.voices[max(0, bisect_right(self.voices, offset, key=lambda r: r.span.start) - 1)]

    def voice_of(self, span: Span) -> Voice:
        """The one voice of `span`, or MIXED; white space does not count, a scare quote counts as narrator's."""
        found: set[Voice] = set()
        i = max(0, bisect_right(self.voices, span.start, key=lambda r: r.span.start) - 1)
        for at in range(i, len(self.voices)):
            run = self.voices[at]
            if run.span.start >= span.end:
                break
            start, end = max(run.span.start, span.start), min(run.span.end, span.end)
            if any(c.isalnum() for c in self.text[start:end]):
                found.add(Voice.NARRATOR if run.voice is Voice.SCARE else run.voice)
        if not found:
            return Voice.NARRATOR
        return found.pop() if len(found) == 1 else Voice.MIXED

    def main_voice(self, span: Span) -> Voice:
        """The voice in which most words of `span` stand, else MIXED: “We won,” said the mayor is quoted."""
        counts: dict[Voice, int] = {}
        i = max(0, bisect_right(self.voices, span.start, key=lambda r: r.span.start) - 1)
        for token in self.tokens[self.token_at(span.start) : self.token_at(span.end)]:
            while i + 1 < len(self.voices) and self.voices[i + 1].span.start <= token.span.start:
                i += 1
            voice = self.voices[i].voice if self.voices else Voice.NARRATOR
            own = Voice.NARRATOR if voice is Voice.SCARE else voice
            counts[own] = counts.get(own, 0) + token.word
        best = max(counts, key=lambda v: counts[v], default=Voice.NARRATOR)
        return best if not counts or 2 * counts[best] > sum(counts.values()) else Voice.MIXED


# --------------------------------------------------------------------------- findings


class MarkKind(StrEnum):
    """The kinds of marks of which figures and pictures are made by hand; there may be others, see `AnalyzerInfo`."""

    FRAMING = "framing"
    LOADED = "loaded"
    SENTIMENT = "sentiment"
    AGENCY = "agency"


class Dimension(StrEnum):
    EVALUATION = "evaluation"
    DISTANCING = "distancing"
    AGENCY = "agency"
    STATUS = "status"
    INTENSITY = "intensity"


@dataclass(frozen=True, slots=True)
class Casting:
    """Whom a framing term casts, and how: -2 (against) to +2 (in favour)."""

    role: str
    """A role of the lexicon schema, such as agent, object, holder, referent, modified."""
    stance: int
    name: str | None = None
    """Who fills the role here, where the text beside the term says so."""
    span: Span | None = None


class ActForm(StrEnum):
    """How an act is worded, as far as it names who does it."""

    ACTIVE = "active"
    PASSIVE = "passive"
    """The actor is named behind "by"."""
    AGENTLESS = "agentless"
    """Passive, and nobody is named."""
    NOMINAL = "nominal"
    """A noun such as "raid", with or without its actor."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom or what a phrase names, as far as its article says."""

    name: str
    """A name that the article gives, else the phrase without what stands round its noun."""
    actor: int | None = None
    """Index into Document.actors, where the name is that of one."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act of force or harm as it is worded; its mark's span is the word for it."""

    form: ActForm
    actor: tuple[Span, ...]
    """Who or what does it by this wording; empty where nobody is named."""
    affected: tuple[Span, ...]
    """To whom or what it is done."""
    word: str
    """The word for the act in its dictionary form."""
    by: tuple[Referent, ...] = ()
    """Whom `actor` names; nobody where it is a pronoun of which the article does not say whom it means."""
    to: tuple[Referent, ...] = ()
    """Whom or what `affected` names."""


@dataclass(frozen=True, slots=True)
class WordWeight:
    """What one word adds to a score."""

    span: Span
    weight: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a user's decision holds on to when offsets move."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding in one place, with its reason. What the user sees, judges and can reject."""

    id: str
    """`kind:start-end:entry`, unique within its article."""
    kind: str
    """The id of the analyzer that made it: a MarkKind, or another."""
    span: Span
    voice: Voice
    attribution: int | None
    why: Message
    entry: str = ""
    """The lexicon entry ("conflict/territory/liberate") or the rule or head that made it."""
    concept: str = ""
    variant: str = ""
    dimension: Dimension | None = None
    castings: tuple[Casting, ...] = ()
    referent: str | None = None
    """Whom or what the term names or modifies here, where the text beside it says so."""
    weight: float = 0.0
    """Sentiment: the sentence's compound, -1 … 1. Loaded: probability. Framing: 0."""
    parts: tuple[WordWeight, ...] = ()
    """What each word added to `weight`."""
    act: Act | None = None
    """Agency: who does what to whom."""

    def anchor(self, text: str, context: int = 32) -> Anchor:
        """Return what finds this mark again after the text around it changed."""
        s, e = self.span.start, self.span.end
        return Anchor(text[s:e], text[max(0, s - context) : s], text[e : e + context])


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure with everything needed to read it."""

    name: str
    dimensions: tuple[tuple[str, str], ...]
    """Sorted pairs such as (("group", "Xinhua"), ("voice", "narrator"))."""
    value: float | None
    n: int
    """The denominator or the number of observations behind `value`; the unit says of what."""
    unit: str
    low: float | None = None
    high: float | None = None
    passages: tuple[Passage, ...] = ()

    def dimension(self, name: str) -> str | None:
        """Return the value of one dimension."""
        return dict(self.dimensions).get(name)


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """What the Reader gives a sentence; None where it did not read it. VADER's score is a mark."""

    valence: float | None = None
    """How people would rate it, -1 … 1."""
    loaded: float | None = None
    """Calibrated probability that its wording is loaded."""
    subjective: float | None = None
    """Probability that it is subjective."""
    loaded_as_a_whole: bool = False
    """Whether it is loaded and no word of it stands out, so that none is marked."""


NOT_SCORED = SentenceScore()


class Polarity(StrEnum):
    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


@dataclass(frozen=True, slots=True)
class ActorSentiment:
    """How the sentence around one mention of an actor judges that actor."""

    actor: int
    """Index into Document.actors."""
    span: Span
    voice: Voice
    """Of the judgement: reported where somebody in the sentence judges the actor, whoever tells of it."""
    polarity: Polarity
    balance: float
    """P(positive) - P(negative), -1 … 1; 0 where nothing is said of the actor."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class ArticleAnalysis:
    """A document and everything that was found in it; figures are made from it when articles are compared."""

    document: Document
    marks: tuple[Mark, ...]
    """Ordered by start, end, kind, entry."""
    scores: tuple[SentenceScore, ...] = ()
    """One for each of Document.sentences; empty where the Reader did not read them."""
    toward: tuple[ActorSentiment, ...] = ()
    """In the order of actors, then of the text."""
    method: Method = field(default=Method(), compare=False, repr=False)

    @property
    def article(self) -> Article:
        return self.document.article

    @property
    def was_read(self) -> bool:
        """Whether the Reader read the article; without it nothing of its own is measurable."""
        return self.document.reading is not None

    def of_kind(self, kind: str) -> tuple[Mark, ...]:
        """The marks of one kind, in text order."""
        return tuple(mark for mark in self.marks if mark.kind == kind)

    def score(self, sentence: int | None) -> SentenceScore:
        """The Reader's figures of the sentence at an index; all None where there are none."""
        return self.scores[sentence] if sentence is not None and sentence < len(self.scores) else NOT_SCORED


# --------------------------------------------------------------------------- decisions


class Verdict(StrEnum):
    REJECT = "reject"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said about one mark."""

    verdict: Verdict
    text_sha256: str
    mark: str
    anchor: Anchor
    note: str = ""
    by: str = ""


# --------------------------------------------------------------------------- comparison


@dataclass(frozen=True, slots=True)
class Group:
    """What is compared: the articles of one outlet, or of one value of a column."""

    key: str
    label: str
    articles: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True)
class VariantUse:
    """How often one group used one variant in one voice."""

    variant: str
    """The lexicon's name of the variant: a key, never shown as what an outlet wrote."""
    printed: tuple[str, ...]
    """The variant as the group prints it, the most frequent form first."""
    dimension: Dimension
    voice: Voice
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class NamingCell:
    group: str
    uses: tuple[VariantUse, ...]
    opportunities: int
    """How often the group referred to the concept at all, in any of the variants (the denominator)."""


@dataclass(frozen=True, slots=True)
class NamingRow:
    """One concept: the variants that each group chose."""

    id: str
    label: str
    question: str
    cells: tuple[NamingCell, ...]
    """One per group, in the order of Comparison.groups."""


@dataclass(frozen=True, slots=True)
class StanceRow:
    """How one group casts one role of one concept; stances of different referents are never averaged."""

    concept: str
    role: str
    group: str
    counts: tuple[tuple[int, Voice, int], ...]
    """(stance, voice, count)."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Member:
    article: str
    sentence: int
    span: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """What the members of a statement say differently."""

    kind: str
    """number, polarity, term, voice, cue or name."""
    values: tuple[tuple[str, str], ...]
    """(article id, what stands there); "" where it does not stand."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Sentences of one or more articles that say the same thing; equal sentences are always in one statement."""

    id: str
    members: tuple[Member, ...]
    """At most one sentence of an article, unless the article has equal sentences."""
    confidence: float | None
    """Lowest similarity that holds the group together, 0 … 1; None for a single member."""
    differences: tuple[Difference, ...]


class CoverageState(StrEnum):
    """Whether an article tells a statement, as far as sentences can be compared."""

    TOLD = "told"
    PERHAPS = "perhaps"
    """Something near stands there: whether it tells the same is for the reader to say."""
    NOT_FOUND = "not_found"
    """Nothing near was found. It says nothing about intent."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sentence of an article that comes nearest to a statement."""

    sentence: int
    span: Span
    probability: float
    """Similarity, 0 … 1; not calibrated."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One article's answer to one statement."""

    statement: str
    article: str
    state: CoverageState
    probability: float
    """Highest similarity of a sentence of the article to a member of the statement, 0 … 1; not calibrated."""
    nearest: tuple[Nearest, ...]
    """The nearest sentences, best first; empty where the article is a member or has no sentence to compare."""


@dataclass(frozen=True, slots=True)
class QuoteCut:
    article: str
    attribution: int
    span: Span
    cue: str
    cue_stance: CueStance
    words: int


@dataclass(frozen=True, slots=True)
class SharedQuote:
    """One statement by one speaker as several articles cut it."""

    id: str
    speaker: str
    cuts: tuple[QuoteCut, ...]


@dataclass(frozen=True, slots=True)
class WirePassage:
    """A passage that several articles share nearly word for word."""

    id: str
    agency: str | None
    members: tuple[Passage, ...]
    words: int


@dataclass(frozen=True, slots=True)
class SourceCell:
    group: str
    attributions: int
    words: int
    """Words of content given to the speaker."""
    first: float | None
    """Position of the first attribution in its article, 0 (top) … 1; None where there is none."""
    cues: tuple[tuple[str, CueStance, int], ...]
    """(cue as printed in lower case, stance, count)."""
    forms: tuple[tuple[Form, int], ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One speaker in the ledger."""

    speaker: str
    kind: SpeakerKind
    named: bool
    cells: tuple[SourceCell, ...]
    """One per group, in the order of Comparison.groups."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that sets one group apart: log-odds with an informative Dirichlet prior (Monroe et al. 2008)."""

    word: str
    group: str
    z: float
    log_odds: float
    count: int
    rest: int
    """Count in all other groups."""
    per_1000_words: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a re-run needs to come to the same result."""

    program: str
    lexicons: tuple[tuple[str, str], ...]
    """(name, sha256)."""
    model: str | None
    packages: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str], ...]
    decisions: tuple[Decision, ...]
    analyzers: tuple[tuple[str, int], ...] = ()
    """(id, version), sorted."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Comparison:
    """Everything the window, the charts, the report, the tables and the JSON are made from."""

    title: str
    analyses: tuple[ArticleAnalysis, ...]
    """In a fixed order: published, outlet (or file name), id."""
    groups: tuple[Group, ...]
    naming: tuple[NamingRow, ...]
    stances: tuple[StanceRow, ...]
    statements: tuple[Statement, ...]
    coverage: tuple[Coverage, ...]
    """One for every statement and every article that was aligned, in the order of the statements."""
    quotes: tuple[SharedQuote, ...]
    wire: tuple[WirePassage, ...]
    sources: tuple[SourceRow, ...]
    wording: tuple[Keyword, ...]
    measures: tuple[Measure, ...]
    provenance: Provenance
    notes: tuple[Message, ...] = field(default=())
    """What limits the comparison: one article per outlet, unscored languages, wire copies."""
    apart: tuple[str, ...] = ()
    """Ids of the articles of another kind than most, which figures of the outlets' own voice leave out."""

    @property
    def analyzers(self) -> tuple[AnalyzerInfo, ...]:
        """What marked the articles, in the order in which it is shown."""
        return analyzers_of(analysis.method for analysis in self.analyses)

    @property
    def failures(self) -> tuple[Message, ...]:
        """Why parts could not be made; they are empty, and say nothing about the articles."""
        return tuple(note for note in self.notes if note.key.startswith("failure."))

    def analysis_of(self, article: str) -> ArticleAnalysis:
        """Return the analysis of the article with this id; KeyError where there is none."""
        for analysis in self.analyses:
            if analysis.article.id == article:
                return analysis
        raise KeyError(article)

    def group_of(self, article: str) -> Group:
        """Return the group that holds the article with this id; KeyError where there is none."""
        for group in self.groups:
            if article in group.articles:
                return group
        raise KeyError(article)
