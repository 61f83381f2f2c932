-- What users decide, of names or else (an article's story, two statements of one claim), with who and when.
ALTER TABLE name_decisions ADD COLUMN kind TEXT NOT NULL DEFAULT 'name';
ALTER TABLE name_decisions ADD COLUMN who TEXT;
ALTER TABLE name_decisions ADD COLUMN made TEXT;

-- Saved questions, and what each has told already: no build touches either.
CREATE TABLE alerts (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    asked TEXT NOT NULL,
    quiet INTEGER NOT NULL,
    webhook TEXT,
    mail TEXT,
    owner TEXT,
    made TEXT NOT NULL,
    since INTEGER NOT NULL
);
CREATE TABLE alerts_told (
    alert TEXT NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    told TEXT NOT NULL,
    PRIMARY KEY (alert, told)
);
