-- Search by field and spelling. The old table held keys alone and can't be split: `Store.unindexed` fills the new ones.
DROP TABLE search;

-- The keys of an article's words in order (store/search/): what the index is made from and what snippets are placed by.
CREATE TABLE search_texts (
    seq INTEGER NOT NULL PRIMARY KEY,
    headline TEXT NOT NULL,
    lead TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5 (
    headline, lead, body, content='search_texts', content_rowid='seq',
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
);
CREATE VIRTUAL TABLE search_terms USING fts5vocab (search, row);

CREATE TABLE search_tags (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (kind, name, seq)
) WITHOUT ROWID;
CREATE INDEX search_tags_seq ON search_tags (seq, kind);

CREATE TABLE search_names (
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (kind, word, name)
) WITHOUT ROWID;

CREATE TABLE search_spellings (
    block TEXT NOT NULL,
    key TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (block, word)
) WITHOUT ROWID;

CREATE INDEX statements_act ON statements (act, article);
