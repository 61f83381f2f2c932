-- What the user decided of two spellings. No build touches it.
CREATE TABLE name_decisions (
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    together INTEGER NOT NULL,
    PRIMARY KEY (one, other)
);
