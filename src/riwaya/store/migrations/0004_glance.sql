-- What pages ask by: an address's captures, an outlet's articles, the latest stories.
CREATE INDEX articles_url ON articles (record ->> '$.url');
CREATE INDEX articles_outlet ON articles (outlet, day);
CREATE INDEX stories_latest ON stories (last_day, reports);
