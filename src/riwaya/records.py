"""Every record that crosses a room. Read this first, then `run/pipeline.py`.

Spans are `[start, end)` in Unicode code points. Unless a field says otherwise a span lies in `Article.text`;
`Article.pieces` maps that text back to the page, which is the capture's bytes decoded (for HTML: the text of its blocks
in document order, see `page/`). Days are `date`, written YYYY-MM-DD; times are ISO 8601 with zone.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Span = tuple[int, int]


# --- capture and page ---------------------------------------------------------------------------------------------


class Origin(StrEnum):
    FILE = "file"
    LIVE = "live"
    WARC = "warc"
    FEED = "feed"
    STDIN = "stdin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Bytes as they came, kept whole. `id` is their SHA-256 in hex; `name` is the path, `path!member` or URL given."""

    id: str
    name: str
    url: str | None = None
    fetched_at: datetime | None = None
    media_type: str
    charset: str | None = None
    origin: Origin
    content: bytes


class BlockKind(StrEnum):
    """What the markup said of a block; plain text has only TEXT, BULLET and BLANK."""

    TEXT = "text"
    HEADING = "heading"
    CAPTION = "caption"
    QUOTE = "quote"
    BULLET = "bullet"
    LINK = "link"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line or HTML block of a page; `span` lies in `Page.text`. `main` is False where markup says furniture."""

    kind: BlockKind
    span: Span
    level: int = 0
    main: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A capture decoded. `hints` is what markup, feed entry or file row stated outright, by field of `Article`."""

    capture: str
    name: str
    url: str | None = None
    captured_at: datetime | None = None
    text: str
    blocks: tuple[Block, ...]
    hints: dict[str, str]


# --- article ------------------------------------------------------------------------------------------------------


class Role(StrEnum):
    MAIN = "main"
    TEASER = "teaser"
    READ_ALSO = "read_also"
    APPENDED = "appended"


class ParagraphKind(StrEnum):
    BODY = "body"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    NOTICE = "notice"


class Precision(StrEnum):
    TIME = "time"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"


class DateKind(StrEnum):
    DATE = "date"
    DURATION = "duration"
    SET = "set"


class Basis(StrEnum):
    STATED = "stated"
    INFERRED = "inferred"
    CAPTURED = "captured"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A day, or the run of days `first`..`last`, both included.

    `value` is set where it is one day: its ISO form, with the time and zone where those were given; from one time of
    it to another as an ISO interval, 2023-09-05T15:00/2023-09-05T17:00.
    """

    value: str | None = None
    first: date
    last: date
    precision: Precision = Precision.DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article was published, and how that is known. `span` lies in `Page.text`; None where no words say it."""

    value: str | None = None
    first: date
    last: date
    precision: Precision = Precision.DAY
    basis: Basis
    why: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    place: str
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    kind: ParagraphKind
    text: str
    span: Span
    credit: str | None = None  # of a caption: the photo's source


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """`Article.text[start:end]` stands on the page at `Page.text[page_start:page_start + (end - start)]`."""

    start: int
    end: int
    page_start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of a page. `text` is headline, summary and paragraphs, each on a line of its own."""

    id: str
    capture: str
    role: Role
    headline: str | None = None
    headline_span: Span | None = None
    summary: str | None = None
    summary_span: Span | None = None
    outlet: str | None = None
    publisher: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    published_at: Published | None = None
    updated_at: datetime | None = None
    captured_at: datetime | None = None
    url: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    paragraphs: tuple[Paragraph, ...]
    related_headlines: tuple[str, ...] = ()
    language: str = "ar"
    text: str
    pieces: tuple[Piece, ...]


# --- dates and names ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """Words that name a time. `value` is None where they need an anchor and had none; `anchor` is the day used.

    A duration has no `value` but a `length`, ISO 8601 (P3D, PT1H30M; PXD where the words count nothing: بضعة أيام); a
    set has none either but a `recurrence`, RFC 5545 (FREQ=WEEKLY;BYDAY=MO).
    """

    article: str
    span: Span
    text: str
    value: When | None
    anchor: date | None
    rule: str
    kind: DateKind = DateKind.DATE
    length: str | None = None
    recurrence: str | None = None


class NameKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of a name. `entity` is made of kind and spelling key, so two articles agree without meeting.

    `name` is the fullest form of it in this article; `role_text` the role given here or before.
    """

    article: str
    span: Span
    entity: str
    kind: NameKind
    name: str
    role_text: str | None = None
    tagger: str = (
        "rules"  # the model that saw it; "office" where the table of holders named it; else the tables and the grammar
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role held by a name; days are those of the first and last article that gave it."""

    role: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    spelling: str
    outlets: tuple[str, ...]
    count: int
    first_seen: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    entity: str
    canonical: str
    kind: NameKind
    roles: tuple[Held, ...]
    spellings: tuple[Spelling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDecision:
    """What the user said of two spellings: one name (`together`) or two; it stands above what the texts say."""

    one: str
    other: str
    together: bool


class DecisionKind(StrEnum):
    """What two ids are that a user put together or apart."""

    NAME = "name"  # two spellings
    ARTICLE = "article"  # an article, and one of the story that it belongs to or not
    CLAIM = "claim"  # two statements of one claim, or not


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a user said of two things, with who and when where that was asked; it survives every build."""

    kind: DecisionKind
    one: str
    other: str
    together: bool
    who: str | None = None
    made: datetime | None = None


# --- statements ---------------------------------------------------------------------------------------------------


class SpeakerKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNNAMED = "unnamed"


class Act(StrEnum):
    STATE = "state"
    ANNOUNCE = "announce"
    CONFIRM = "confirm"
    DENY = "deny"
    DECLINE = "decline"
    EXPECT = "expect"
    WARN = "warn"
    URGE = "urge"
    PROMISE = "promise"
    THREATEN = "threaten"
    CRITICISE = "criticise"
    PRAISE = "praise"
    ASK = "ask"


class Certainty(StrEnum):
    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNCONFIRMED = "unconfirmed"


class StatementKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who is quoted. `surface` is the words at the cue; `name` the full name or description that they stand for."""

    entity: str | None = None
    name: str
    surface: str
    role: str | None = None
    kind: SpeakerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSpans:
    speaker: Span | None
    cue: Span
    content: Span
    quotes: tuple[Span, ...] = ()
    via: tuple[Span, ...] = ()
    said_on: Span | None = None
    addressee: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """`via` is the carriers between speaker and outlet, nearest the speaker first; `rule` names what found it."""

    id: str
    article: str
    speaker: Speaker
    act: Act
    certainty: Certainty
    kind: StatementKind
    content: str
    quotes: tuple[str, ...]
    cue: str
    via: tuple[str, ...] = ()
    said_on: When | None = None
    addressee: str | None = None
    spans: StatementSpans
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article with all that was read from it alone; `source` is the name of the capture it stands in."""

    source: str
    article: Article
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An article that its copies gave a day, with what hangs on that day; `published` None where they no longer do."""

    article: str
    published: Published | None
    dates: tuple[DateMention, ...]
    statements: tuple[Statement, ...]


# --- copies -------------------------------------------------------------------------------------------------------


class Edit(StrEnum):
    VERBATIM = "verbatim"
    REWORDED = "reworded"
    CUT = "cut"
    ADDED = "added"
    CORRUPTED = "corrupted"


class Meaning(StrEnum):
    """What a change of words changed in what they say."""

    NUMBER = "number"
    NAME = "name"
    NEGATION = "negation"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words of a reworded passage that say something else than the original; None on the side that has no such word."""

    kind: Meaning
    original: Span | None
    derived: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence or part of one. `original` is None where added, `derived` where cut.

    `moved` where it stands before or after other kept passages than it did.
    """

    original: Span | None
    derived: Span | None
    edit: Edit
    changes: tuple[Change, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """`confidence` in [0, 1]; at 0 the direction is unknown and the order of the pair means nothing."""

    basis: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """In words, `share` is the part of the derived text that is copied, `coverage` that of the original left."""

    original: str
    derived: str
    direction: Direction
    share: float
    coverage: float
    agency: str | None = None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A text in the tree of its family. `source` is the article it has most of its text from, None where none is known.

    `share` is the part it has from there, 1 without a source; `uncredited` where the family's text is an agency's and
    this page names no agency for it.
    """

    article: str
    source: str | None
    share: float
    uncredited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """All texts of one origin, the earliest first. `agency` is whose text it is, where one is credited.

    `origin` is the article that the text comes from: the agency's own page, else the one page that took it from none.
    Where it is not among the pages, `witnesses` are the passages (article and span) that two of the texts agree on.
    """

    id: str
    agency: str | None
    origin: str | None
    branches: tuple[Branch, ...]
    witnesses: tuple[tuple[str, Span], ...] = ()


# --- stories and dossiers -----------------------------------------------------------------------------------------


class StoryStatus(StrEnum):
    BREAKING = "breaking"
    DEVELOPING = "developing"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A story near this one; `title` is filled in where both are at hand."""

    story: str
    why: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A sentence of an article, word for word; `span` lies in its text."""

    article: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEvent:
    """One happening within a story: the reports that tell just it. Days are those of the reports."""

    title: str
    articles: tuple[str, ...]
    first_seen: date | None
    last_seen: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """`first_seen` and `last_seen` are the earliest and latest day of its articles; None where no article has a day."""

    id: str
    title: str
    articles: tuple[str, ...]
    first_seen: date | None
    last_seen: date | None
    status: StoryStatus
    keywords: tuple[str, ...]
    related: tuple[Related, ...] = ()
    summary: tuple[Extract, ...] = ()
    events: tuple[StoryEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTurn:
    """What a story was called, and how it was summed up, until the next turn; `reports` is how many it had then."""

    story: str
    title: str
    reports: int
    last_seen: date | None
    summary: tuple[Extract, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDay:
    """A day of a story: the articles that came out on it, and those that say something happened then."""

    day: date
    reported: tuple[str, ...]
    told: tuple[str, ...]


class Rank(StrEnum):
    """Why a report of a story is worth reading."""

    ORIGIN = "origin"  # others took its text
    FULLEST = "fullest"  # has most of what several reports tell
    FIRST = "first"
    ADDS = "adds"  # tells what none before it in the ranking does


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A report with its place in a story: `copied` is the part of it taken from another, `adds` what only it tells."""

    article: str
    ranks: tuple[Rank, ...]
    copied: float
    adds: tuple[Extract, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rising:
    """A word that rises on a day: the `articles` that hold it, beside how many its own past lets expect.

    `score` is the rise in standard deviations of what was expected.
    """

    keyword: str
    day: date
    articles: tuple[str, ...]
    usual: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """Days in a row on which a word rose; `peak` is the articles of the day with most."""

    keyword: str
    first: date
    last: date
    peak: int


class Stand(StrEnum):
    """Where a speaker stands on a claim; `VOICES` where he judges, asks or urges and takes no side."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DECLINES = "declines"
    EXPECTS = "expects"
    VOICES = "voices"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Where a speaker stood from a day on: who denied and then confirmed has two, in order of days."""

    stand: Stand
    day: date | None
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where one speaker stands on one claim. `house` is the institution in whose name a spokesperson speaks.

    `via` is who carries every statement of it that we have: a newspaper, an official who told of him. `turns` has one
    entry, or more where the speaker changed sides.
    """

    claim: str
    speaker: Speaker
    act: Act
    certainty: Certainty
    said_on: When | None
    statements: tuple[str, ...]
    outlets: tuple[str, ...]
    house: str | None = None
    stand: Stand = Stand.ASSERTS
    via: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()


class Standing(StrEnum):
    """How a claim stands: on whose word, and whether anyone with standing confirmed or denied it."""

    ONE_SOURCE = "one_source"
    SEVERAL_SOURCES = "several_sources"
    CONFIRMED = "confirmed"  # by a party concerned
    DENIED = "denied"
    DISPUTED = "disputed"
    UNSAID = "unsaid"  # nobody asserts or denies it: it is urged, asked, praised


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """`sources` counts those who assert it and do not hang on one another.

    `silent` are those whom the claim concerns, who speak in the story and say nothing on it.
    """

    id: str
    text: str
    statements: tuple[str, ...]
    positions: tuple[Position, ...]
    standing: Standing = Standing.UNSAID
    sources: int = 0
    why: str = ""
    silent: tuple[Speaker, ...] = ()


class Leaning(StrEnum):
    """How an article stands to a claim given as text; `DISCUSS` tells of its matter and takes no side."""

    AGREE = "agree"
    DISAGREE = "disagree"
    DISCUSS = "discuss"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """`shares` is how likely each leaning is, together 1; `spans` are the lines that show it, the nearest first."""

    claim: str
    article: str
    leaning: Leaning
    shares: dict[str, float]
    spans: tuple[Span, ...]
    model: str


class Carried(StrEnum):
    CARRIED = "carried"
    REWORDED = "reworded"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One utterance against every outlet of the story. `statements` are its forms, at most one an outlet's article.

    An outlet that published only before the words were said, or said them itself, is not in `outlets`.
    """

    speaker: Speaker
    act: Act
    text: str
    statements: tuple[str, ...]
    outlets: dict[str, Carried]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`label` is how the report is called throughout the dossier: its outlet, else the page's name."""

    article: str
    label: str
    headline: str
    published_at: Published | None
    agency: str | None
    origin: str | None  # the article it copies most, if any
    share: float  # part of it that is copied from there
    role: Role = Role.MAIN  # a teaser is a report on the same page, never an independent outlet's


class EventKind(StrEnum):
    SAID = "said"
    HAPPENED = "happened"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A line of the timeline: something said, done or published on a day. `statement` is the id of what was said."""

    when: When
    text: str
    article: str
    span: Span
    kind: EventKind = EventKind.SAID
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconsistency:
    """Two places that cannot both be right, each an article and a span."""

    kind: str
    text: str
    places: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything of one story. `independent_texts` counts origins, not pages."""

    story: Story
    reports: tuple[Report, ...]
    independent_texts: int
    copies: tuple[Copy, ...]
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    coverage: tuple[Coverage, ...]
    timeline: tuple[Event, ...]
    names: tuple[Name, ...]
    inconsistencies: tuple[Inconsistency, ...]
    related: tuple[Related, ...]
    keywords: tuple[str, ...]
    families: tuple[Family, ...] = ()
