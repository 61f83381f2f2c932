"""The tables as SQLAlchemy Core knows them; `migrations/` makes them. A test holds the two together."""

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

captures = Table(
    "captures",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("record", Text, nullable=False),  # the Capture without its bytes
    Column("content", LargeBinary, nullable=False),  # its bytes, zstd
)

articles = Table(
    "articles",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("capture", Text, ForeignKey("captures.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("outlet", Text),
    Column("day", Text),
    Column("record", Text, nullable=False),  # the Article as read from its page alone
    Column("published", Text),  # the Published that its copies gave it, where its page gave none
)

mentions = Table(
    "mentions",
    metadata,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("record", Text, nullable=False),  # all Mentions of the article
)

entities = Table(
    "entities",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("count", Integer, nullable=False),
)

dates = Table(
    "dates",
    metadata,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("record", Text, nullable=False),  # all DateMentions of the article
)

statements = Table(
    "statements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article", Text, ForeignKey("articles.id"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("entity", Text),
    Column("speaker", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("day", Text),
    Column("record", Text, nullable=False),
)

copies = Table(
    "copies",
    metadata,
    Column("original", Text, ForeignKey("articles.id"), primary_key=True),
    Column("derived", Text, ForeignKey("articles.id"), primary_key=True),
    Column("share", Float, nullable=False),
    Column("record", Text, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("record", Text, nullable=False),
)

story_articles = Table(
    "story_articles",
    metadata,
    Column("story", Text, ForeignKey("stories.id"), primary_key=True),
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
)

rejects = Table(
    "rejects",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("detail", Text, primary_key=True),
    Column("capture", Text, ForeignKey("captures.id")),
)

name_decisions = Table(
    "name_decisions",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("together", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("who", Text),
    Column("made", Text),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("asked", Text, nullable=False),
    Column("quiet", Integer, nullable=False),
    Column("webhook", Text),
    Column("mail", Text),
    Column("owner", Text),
    Column("made", Text, nullable=False),
    Column("since", Integer, nullable=False),
)

alerts_told = Table(
    "alerts_told",
    metadata,
    Column("alert", Text, ForeignKey("alerts.id", ondelete="CASCADE"), primary_key=True),
    Column("told", Text, primary_key=True),  # a story's id in quiet mode, else an article's
)

story_moves = Table(
    "story_moves",
    metadata,
    Column("gone", Text, primary_key=True),
    Column("story", Text, nullable=False),
)

story_turns = Table(
    "story_turns",
    metadata,
    Column("story", Text, primary_key=True),
    Column("turn", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("last_day", Text),
    Column("summary", Text, nullable=False),  # its Extracts
)

copy_index = Table(
    "copy_index",
    metadata,
    Column("part", Text, primary_key=True),
    Column("piece", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# The tables of the search (search, search_*) are asked in SQLite's own words: store/search/.
