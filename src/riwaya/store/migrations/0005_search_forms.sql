-- The words of an article as they are written, folded, beside their keys: of two articles the one with the very form
-- asked for comes first. Deflated UTF-8; NULL for what was filed before.
ALTER TABLE search_texts ADD COLUMN forms BLOB;
