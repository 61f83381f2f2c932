-- The index of copies (copies/saved.py) as named bytes, cut into pieces that a row can hold.
CREATE TABLE copy_index (
    part TEXT NOT NULL,
    piece INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (part, piece)
);
