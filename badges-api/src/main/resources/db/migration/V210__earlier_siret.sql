-- The SIRETs that an organisation had before: a structure that moves gets another one, and is still looked for by the old one.
CREATE TABLE earlier_siret (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    siret           text NOT NULL CHECK (siret ~ '^[0-9]{14}$'),
    -- null for the first one, whose beginning is not known
    used_from_on    date,
    used_until_on   date NOT NULL,
    created_at      timestamptz NOT NULL,
    CHECK (used_from_on <= used_until_on),
    CONSTRAINT earlier_siret_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT
);
CREATE INDEX earlier_siret_latest ON earlier_siret (organisation_id, used_until_on DESC);
CREATE INDEX earlier_siret_digits ON earlier_siret (siret text_pattern_ops);
ALTER TABLE earlier_siret ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON earlier_siret USING (organisation_id = (SELECT app_organisation()));
-- The network that vets it now.
CREATE POLICY reader ON earlier_siret FOR SELECT
    USING (organisation_id IN (
        SELECT m.organisation_id FROM network_membership m
        WHERE m.network_id = (SELECT app_organisation()) AND m.state <> 'ENDED'));
GRANT SELECT, INSERT ON earlier_siret TO badges_app;

-- Whether another organisation than that of the transaction has this SIRET and kind, or had it, in whichever network.
CREATE OR REPLACE FUNCTION siret_taken(p_siret text, p_kind text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM organisation o
                   WHERE o.siret = p_siret AND o.kind = p_kind AND o.id IS DISTINCT FROM app_organisation())
        OR EXISTS (SELECT 1 FROM earlier_siret e JOIN organisation o ON o.id = e.organisation_id
                   WHERE e.siret = p_siret AND o.kind = p_kind AND o.id IS DISTINCT FROM app_organisation())
$$;

-- The same of the organisations that the network of the transaction answers for, by the beginning of a word or of a SIRET,
-- the earlier ones included.
CREATE OR REPLACE FUNCTION page_of_organisations(p_words text, p_after uuid, p_most integer)
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
        WHERE m.network_id = here AND m.state <> 'ENDED' AND (strpos(o.folded_names, ' ' || letters) > 0
               OR EXISTS (SELECT FROM earlier_siret e WHERE e.organisation_id = o.id AND starts_with(e.siret, letters)))
          AND (lower(o.legal_name COLLATE "fr-x-icu"), o.id) > (after_name, after_id)
        ORDER BY lower(o.legal_name COLLATE "fr-x-icu"), o.id
        LIMIT p_most;
    ELSE
        RETURN QUERY
        WITH found AS MATERIALIZED (
            SELECT o.id, lower(o.legal_name COLLATE "fr-x-icu") AS name
            FROM organisation o WHERE o.folded_names LIKE wanted
            UNION
            SELECT o.id, lower(o.legal_name COLLATE "fr-x-icu")
            FROM earlier_siret e JOIN organisation o ON o.id = e.organisation_id
            WHERE e.siret LIKE like_folded(p_words) || '%')
        SELECT f.id
        FROM found f JOIN network_membership m ON m.organisation_id = f.id
        WHERE m.network_id = here AND m.state <> 'ENDED' AND (f.name, f.id) > (after_name, after_id)
        ORDER BY f.name, f.id
        LIMIT p_most;
    END IF;
END
$$;

-- Every organisation that a network of this platform answers for, as anybody may read it, in the order of its public name.
CREATE OR REPLACE FUNCTION vetted_organisations(p_words text, p_after uuid, p_most integer)
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
          SELECT own.id
          FROM earlier_siret e JOIN organisation found ON found.id = e.organisation_id
          JOIN network_membership own ON own.organisation_id = found.id
          WHERE found.shows_legal_identity AND e.siret LIKE like_folded(p_words) || '%'
          UNION ALL
          -- by the network's name alone
          SELECT its.id FROM organisation found JOIN network_membership its ON its.network_id = found.id
          WHERE found.folded_public_names LIKE wanted AND ' ' || folded(found.public_name) LIKE wanted)
      AND (lower(o.public_name COLLATE "fr-x-icu"), o.id) > (after_name, after_id)
    ORDER BY lower(o.public_name COLLATE "fr-x-icu"), o.id
    LIMIT p_most;
END
$$;

-- The lines of a network's own acts on its organisations, which stand in their journals: those alone, and only while the
-- organisation was a member.
CREATE OR REPLACE FUNCTION acts_of_network(
    p_codes text[], p_actor uuid, p_from timestamptz, p_until timestamptz, p_at timestamptz, p_id bigint, p_most integer)
    RETURNS SETOF audit_event
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT DISTINCT l.*
    FROM network_membership m
    CROSS JOIN unnest(p_codes) AS wanted (code)
    CROSS JOIN LATERAL (
        SELECT e.*
        FROM audit_event e
        WHERE e.organisation_id = m.organisation_id AND e.code = wanted.code
          AND e.created_at >= greatest(p_from, m.vetted_on::timestamp AT TIME ZONE 'Europe/Paris')
          AND e.created_at < least(p_until, (m.ended_on + 1)::timestamp AT TIME ZONE 'Europe/Paris')
          AND (e.created_at, e.id) < (p_at, p_id)
          AND (p_actor IS NULL OR e.actor_id = p_actor)
        ORDER BY e.created_at DESC, e.id DESC
        LIMIT p_most) l
    WHERE m.network_id = app_organisation()
      AND wanted.code IN ('ORGANISATION_CREATED', 'SIRET_CHANGED', 'ADMIN_RECOVERED', 'PAUSE_ASKED', 'PAUSE_WITHDRAWN',
                          'ORGANISATION_PAUSED', 'ORGANISATION_PAUSED_BY_OPERATOR', 'ORGANISATION_RESUMED')
    ORDER BY l.created_at DESC, l.id DESC
    LIMIT p_most
$$;
