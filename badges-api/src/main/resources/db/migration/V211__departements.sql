-- Where an organisation works: the codes of its départements, the first one for the figures. The postcode of the town gives the
-- first codes; in Corsica, 200 and 201 are those of the south.
ALTER TABLE organisation ADD COLUMN departements text[] NOT NULL DEFAULT '{}'
    CONSTRAINT organisation_departements_check CHECK (
        cardinality(departements) <= 10
        AND array_to_string(departements, ',')
            ~ '^((0[1-9]|1[0-9]|2[1-9]|[3-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[678])(,|$))*$');

UPDATE organisation o SET departements = ARRAY[found.code]
FROM (SELECT b.id,
             CASE WHEN b.postcode ~ '^20[01]' THEN '2A' WHEN b.postcode ~ '^20' THEN '2B'
                  WHEN b.postcode ~ '^9[78]' THEN left(b.postcode, 3) ELSE left(b.postcode, 2) END AS code
      FROM (SELECT n.id, substring(n.town FROM '\m(\d{5})\M') AS postcode FROM organisation n) b) found
WHERE o.id = found.id AND found.code ~ '^(0[1-9]|1[0-9]|2[1-9]|[3-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[678])$';

DROP FUNCTION page_of_organisations(text, uuid, integer);
DROP FUNCTION network_adoption(date, date, date, timestamptz);

-- A page of the organisations that the network of the transaction answers for: of all or of one département, by the beginning of a word or of a SIRET,
-- the earlier ones included.
CREATE FUNCTION page_of_organisations(p_words text, p_after uuid, p_most integer, p_departement text DEFAULT '')
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
          AND (p_departement = '' OR p_departement = ANY (o.departements))
          AND (lower(o.legal_name COLLATE "fr-x-icu"), o.id) > (after_name, after_id)
        ORDER BY lower(o.legal_name COLLATE "fr-x-icu"), o.id
        LIMIT p_most;
    ELSE
        RETURN QUERY
        WITH found AS MATERIALIZED (
            SELECT o.id, lower(o.legal_name COLLATE "fr-x-icu") AS name, o.departements
            FROM organisation o WHERE o.folded_names LIKE wanted
            UNION
            SELECT o.id, lower(o.legal_name COLLATE "fr-x-icu"), o.departements
            FROM earlier_siret e JOIN organisation o ON o.id = e.organisation_id
            WHERE e.siret LIKE like_folded(p_words) || '%')
        SELECT f.id
        FROM found f JOIN network_membership m ON m.organisation_id = f.id
        WHERE m.network_id = here AND m.state <> 'ENDED' AND (f.name, f.id) > (after_name, after_id)
          AND (p_departement = '' OR p_departement = ANY (f.departements))
        ORDER BY f.name, f.id
        LIMIT p_most;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION page_of_organisations(text, uuid, integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION page_of_organisations(text, uuid, integer, text) TO badges_app;

-- How the organisations of the current network use the service: counts of badges since the
-- membership began, never a person. What is small is
-- hidden by the caller, who needs all rows for it.
CREATE FUNCTION network_adoption(p_first date, p_last date, p_closed date, p_active_since timestamptz)
    RETURNS TABLE (organisation_id uuid, name text, departements text, member_since_on date, active boolean, first_award_year integer,
                   last_award_year integer, published bigint, people bigint, awards bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 500 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.id, o.legal_name, array_to_string(o.departements, ', '), m.vetted_on,
           EXISTS (SELECT FROM audit_event e
                   WHERE e.organisation_id = o.id AND e.code = 'SIGNED_IN' AND e.created_at >= p_active_since)
           OR EXISTS (SELECT FROM membership s WHERE s.organisation_id = o.id AND s.opened_at >= p_active_since),
           (SELECT extract(year FROM min(a.awarded_on))::integer FROM award a
            WHERE a.organisation_id = o.id AND a.state = 'LIVE' AND a.awarded_on BETWEEN m.vetted_on AND p_closed),
           (SELECT extract(year FROM max(a.awarded_on))::integer FROM award a
            WHERE a.organisation_id = o.id AND a.state = 'LIVE' AND a.awarded_on BETWEEN m.vetted_on AND p_closed),
           (SELECT count(*) FROM achievement b WHERE b.organisation_id = o.id AND b.state = 'PUBLISHED'),
           given.people, given.awards
    FROM network_membership m
    JOIN organisation o ON o.id = m.organisation_id
    CROSS JOIN LATERAL (
        SELECT count(DISTINCT a.worker_id) AS people, count(*) AS awards FROM award a
        WHERE a.organisation_id = o.id AND a.state = 'LIVE'
          AND a.awarded_on BETWEEN greatest(p_first, m.vetted_on) AND p_last) given
    WHERE m.network_id = app_organisation() AND m.state <> 'ENDED'
    ORDER BY lower(o.legal_name COLLATE "fr-x-icu"), o.id
$$;
REVOKE ALL ON FUNCTION network_adoption(date, date, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_adoption(date, date, date, timestamptz) TO badges_app;
