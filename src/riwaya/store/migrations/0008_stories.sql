-- Where the stories went that merged into others, and what each story was called turn by turn.
CREATE TABLE story_moves (
    gone TEXT NOT NULL PRIMARY KEY,
    story TEXT NOT NULL
);
CREATE INDEX story_moves_story ON story_moves (story);
CREATE TABLE story_turns (
    story TEXT NOT NULL,
    turn INTEGER NOT NULL,
    title TEXT NOT NULL,
    reports INTEGER NOT NULL,
    last_day TEXT,
    summary TEXT NOT NULL,
    PRIMARY KEY (story, turn)
);
