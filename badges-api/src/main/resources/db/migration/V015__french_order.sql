-- Names stand in the order that French readers expect, É beside E and Œ as OE, in whatever locale the database was made;
-- case does not count. An index keeps the order of the ICU library it was built with: after another one, REINDEX.
DO $$
BEGIN
    IF current_setting('server_encoding') <> 'UTF8' THEN
        RAISE EXCEPTION 'This database is not in UTF-8. Make another: CREATE DATABASE … ENCODING UTF8 TEMPLATE template0';
    END IF;
END $$;

DROP INDEX organisation_name;
CREATE INDEX organisation_name ON organisation (lower(legal_name COLLATE "fr-x-icu"), id);
DROP INDEX achievement_by_name;
CREATE INDEX achievement_by_name ON achievement (organisation_id, lower(name COLLATE "fr-x-icu"), id);
DROP INDEX worker_by_name;
CREATE INDEX worker_by_name
    ON worker (organisation_id, lower(last_name COLLATE "fr-x-icu"), lower(first_name COLLATE "fr-x-icu"), id);

-- What a search compares: without case, accents, ligatures and the two shapes of the apostrophe.
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT replace(replace(replace(
        lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g') COLLATE "fr-x-icu"),
        'œ', 'oe'), 'æ', 'ae'), '’', '''')
$$;
