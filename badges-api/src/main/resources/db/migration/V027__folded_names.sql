-- What a search compares is kept beside the name, so that a search reads it instead of computing it for every row.
--
-- The functions find rows as the owner of the tables, within the organisation of the transaction, and return ids alone: the
-- caller reads the rows under row-level security. A statement that is itself under row-level security cannot use an index
-- on names: LIKE and lower() are not leakproof, so that the policy is asked of every row before them.

DROP FUNCTION vetted_organisations(text, uuid, integer);
DROP FUNCTION folded(text);

-- Without case, accents, ligatures and the two shapes of the apostrophe.
CREATE FUNCTION folded(p_words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT replace(replace(replace(
        lower(regexp_replace(normalize(p_words, NFKD), '[\u0300-\u036f]', '', 'g') COLLATE "fr-x-icu"),
        'œ', 'oe'), 'æ', 'ae'), '’', '''')
$$;

-- The words as LIKE finds them literally.
CREATE FUNCTION like_folded(p_words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT replace(replace(replace(folded(p_words), '\', '\\'), '%', '\%'), '_', '\_')
$$;

-- In either order of the names.
ALTER TABLE worker ADD COLUMN folded_name text
    GENERATED ALWAYS AS (folded(first_name || ' ' || last_name || ' ' || first_name)) STORED;
ALTER TABLE achievement ADD COLUMN folded_name text GENERATED ALWAYS AS (folded(content ->> 'name')) STORED;
-- Each name on a line of its own, after a space, so that a word's beginning is found: by the network with the SIRET, by
-- anybody with the SIRET of those who show it.
ALTER TABLE organisation
    ADD COLUMN folded_names text GENERATED ALWAYS AS (
        folded(' ' || legal_name || E'\n ' || public_name || E'\n ' || coalesce(siret, ''))) STORED,
    ADD COLUMN folded_public_names text GENERATED ALWAYS AS (
        folded(' ' || public_name || E'\n ' || CASE WHEN shows_legal_identity THEN coalesce(siret, '') ELSE '' END)) STORED;

-- A page of workers in the order of their names, after one of them: all of them, or those with these words in their names.
-- Fewer than three letters have no trigram and stand in many names: the names are read in their order until the page is
-- full. Three or more stand in few: these are found first, then put in order. A kept plan cannot tell the two apart, hence
-- two statements, and strpos, which no index answers, in the first.
CREATE FUNCTION page_of_workers(p_words text, p_after_last text, p_after_first text, p_after_id uuid, p_most integer)
    RETURNS TABLE (worker_id uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    here uuid := app_organisation();
    letters text := folded(p_words);
    wanted text := '%' || like_folded(p_words) || '%';
BEGIN
    IF length(letters) < 3 THEN
        RETURN QUERY
        SELECT w.id FROM worker w
        WHERE w.organisation_id = here AND strpos(w.folded_name, letters) > 0
          AND (lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id)
            > (lower(p_after_last COLLATE "fr-x-icu"), lower(p_after_first COLLATE "fr-x-icu"), p_after_id)
        ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id
        LIMIT p_most;
    ELSE
        RETURN QUERY
        WITH found AS MATERIALIZED (
            SELECT w.id, lower(w.last_name COLLATE "fr-x-icu") AS last, lower(w.first_name COLLATE "fr-x-icu") AS first
            FROM worker w
            WHERE w.organisation_id = here AND w.folded_name LIKE wanted)
        SELECT f.id FROM found f
        WHERE (f.last, f.first, f.id)
            > (lower(p_after_last COLLATE "fr-x-icu"), lower(p_after_first COLLATE "fr-x-icu"), p_after_id)
        ORDER BY f.last, f.first, f.id
        LIMIT p_most;
    END IF;
END
$$;

-- The same of achievements, archived or not.
CREATE FUNCTION page_of_achievements(p_archived boolean, p_words text, p_after_name text, p_after_id uuid, p_most integer)
    RETURNS TABLE (achievement_id uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    here uuid := app_organisation();
    letters text := folded(p_words);
    wanted text := '%' || like_folded(p_words) || '%';
BEGIN
    IF length(letters) < 3 THEN
        RETURN QUERY
        SELECT a.id FROM achievement a
        WHERE a.organisation_id = here AND strpos(a.folded_name, letters) > 0 AND (a.state = 'ARCHIVED') = p_archived
          AND (lower(a.name COLLATE "fr-x-icu"), a.id) > (lower(p_after_name COLLATE "fr-x-icu"), p_after_id)
        ORDER BY lower(a.name COLLATE "fr-x-icu"), a.id
        LIMIT p_most;
    ELSE
        RETURN QUERY
        WITH found AS MATERIALIZED (
            SELECT a.id, lower(a.name COLLATE "fr-x-icu") AS name
            FROM achievement a
            WHERE a.organisation_id = here AND a.folded_name LIKE wanted AND (a.state = 'ARCHIVED') = p_archived)
        SELECT f.id FROM found f
        WHERE (f.name, f.id) > (lower(p_after_name COLLATE "fr-x-icu"), p_after_id)
        ORDER BY f.name, f.id
        LIMIT p_most;
    END IF;
END
$$;

-- The same of the organisations that the network of the transaction answers for, by the beginning of a word or of a SIRET.
CREATE FUNCTION page_of_organisations(p_words text, p_after uuid, p_most integer)
    RETURNS TABLE (organisation_id uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    here uuid := app_organisation();
    letters text := folded(p_words);
    wanted text := '% ' || like_folded(p_words) || '%';
    after_name text := '';
    after_id uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
    IF p_after IS NOT NULL THEN
        SELECT lower(last.legal_name COLLATE "fr-x-icu"), last.id INTO after_name, after_id
        FROM organisation last WHERE last.id = p_after;
    END IF;
    IF length(letters) < 3 THEN
        RETURN QUERY
        SELECT o.id
        FROM organisation o JOIN network_membership m ON m.organisation_id = o.id
        WHERE m.network_id = here AND m.state <> 'ENDED' AND strpos(o.folded_names, ' ' || letters) > 0
          AND (lower(o.legal_name COLLATE "fr-x-icu"), o.id) > (after_name, after_id)
        ORDER BY lower(o.legal_name COLLATE "fr-x-icu"), o.id
        LIMIT p_most;
    ELSE
        RETURN QUERY
        WITH found AS MATERIALIZED (
            SELECT o.id, lower(o.legal_name COLLATE "fr-x-icu") AS name
            FROM organisation o WHERE o.folded_names LIKE wanted)
        SELECT f.id
        FROM found f JOIN network_membership m ON m.organisation_id = f.id
        WHERE m.network_id = here AND m.state <> 'ENDED' AND (f.name, f.id) > (after_name, after_id)
        ORDER BY f.name, f.id
        LIMIT p_most;
    END IF;
END
$$;

-- Every organisation that a network of this platform answers for, as anybody may read it, in the order of its public name.
CREATE FUNCTION vetted_organisations(p_words text, p_after uuid, p_most integer)
    RETURNS TABLE (id uuid, public_name text, siret text, network text, vetted_on date, suspended_since date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    wanted text := '% ' || like_folded(p_words) || '%';
    after_name text := '';
    after_id uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
    IF p_after IS NOT NULL THEN
        SELECT lower(last.public_name COLLATE "fr-x-icu"), last.id INTO after_name, after_id
        FROM organisation last WHERE last.id = p_after;
    END IF;
    IF p_words = '' THEN
        RETURN QUERY
        SELECT o.id, o.public_name, CASE WHEN o.shows_legal_identity THEN o.siret END, n.public_name, m.vetted_on,
               m.suspended_on
        FROM network_membership m
        JOIN organisation o ON o.id = m.organisation_id
        JOIN organisation n ON n.id = m.network_id
        WHERE m.state <> 'ENDED'
          AND (lower(o.public_name COLLATE "fr-x-icu"), o.id) > (after_name, after_id)
        ORDER BY lower(o.public_name COLLATE "fr-x-icu"), o.id
        LIMIT p_most;
        RETURN;
    END IF;
    RETURN QUERY
    SELECT o.id, o.public_name, CASE WHEN o.shows_legal_identity THEN o.siret END, n.public_name, m.vetted_on,
           m.suspended_on
    FROM network_membership m
    JOIN organisation o ON o.id = m.organisation_id
    JOIN organisation n ON n.id = m.network_id
    WHERE m.state <> 'ENDED'
      AND m.id IN (
          SELECT own.id FROM organisation found JOIN network_membership own ON own.organisation_id = found.id
          WHERE found.folded_public_names LIKE wanted
          UNION ALL
          -- by the network's name alone
          SELECT its.id FROM organisation found JOIN network_membership its ON its.network_id = found.id
          WHERE found.folded_public_names LIKE wanted AND ' ' || folded(found.public_name) LIKE wanted)
      AND (lower(o.public_name COLLATE "fr-x-icu"), o.id) > (after_name, after_id)
    ORDER BY lower(o.public_name COLLATE "fr-x-icu"), o.id
    LIMIT p_most;
END
$$;

REVOKE ALL ON FUNCTION page_of_workers(text, text, text, uuid, integer),
    page_of_achievements(boolean, text, text, uuid, integer), page_of_organisations(text, uuid, integer),
    vetted_organisations(text, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION page_of_workers(text, text, text, uuid, integer),
    page_of_achievements(boolean, text, text, uuid, integer), page_of_organisations(text, uuid, integer),
    vetted_organisations(text, uuid, integer) TO badges_app;
