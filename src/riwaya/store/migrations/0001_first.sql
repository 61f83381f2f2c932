-- The first schema. A migration that has shipped is never edited: a change is the next number.
-- Records stand as JSON beside the columns that queries need. Days are YYYY-MM-DD, so text order is day order.

CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE captures (
    seq INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    record TEXT NOT NULL,
    content BLOB NOT NULL
);
CREATE INDEX captures_state ON captures (state);

CREATE TABLE articles (
    seq INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    capture TEXT NOT NULL REFERENCES captures (id),
    role TEXT NOT NULL,
    outlet TEXT,
    day TEXT,
    record TEXT NOT NULL,
    published TEXT
);
CREATE INDEX articles_capture ON articles (capture);
CREATE INDEX articles_day ON articles (day);

CREATE TABLE mentions (
    article TEXT NOT NULL PRIMARY KEY REFERENCES articles (id),
    record TEXT NOT NULL
);

CREATE TABLE entities (
    entity TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    count INTEGER NOT NULL,
    PRIMARY KEY (entity, article)
);

CREATE TABLE dates (
    article TEXT NOT NULL PRIMARY KEY REFERENCES articles (id),
    record TEXT NOT NULL
);

CREATE TABLE statements (
    id TEXT NOT NULL PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    place INTEGER NOT NULL,
    entity TEXT,
    speaker TEXT NOT NULL,
    act TEXT NOT NULL,
    day TEXT,
    record TEXT NOT NULL
);
CREATE INDEX statements_article ON statements (article, place);
CREATE INDEX statements_speaker ON statements (speaker);

CREATE TABLE copies (
    original TEXT NOT NULL REFERENCES articles (id),
    derived TEXT NOT NULL REFERENCES articles (id),
    share REAL NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (original, derived)
);
CREATE INDEX copies_derived ON copies (derived);

CREATE TABLE stories (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    reports INTEGER NOT NULL,
    first_day TEXT,
    last_day TEXT,
    record TEXT NOT NULL
);
CREATE INDEX stories_order ON stories (reports, last_day);

CREATE TABLE story_articles (
    story TEXT NOT NULL REFERENCES stories (id),
    article TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (story, article)
);
CREATE INDEX story_articles_article ON story_articles (article);

CREATE TABLE rejects (
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    capture TEXT REFERENCES captures (id),
    PRIMARY KEY (subject, reason, detail)
);
CREATE INDEX rejects_capture ON rejects (capture);

-- Text comes to it folded and stemmed (store/search.py), so no language of SQLite's own is asked for.
CREATE VIRTUAL TABLE search USING fts5 (headline, body, content='', tokenize='unicode61 remove_diacritics 0');
