-- How the organisations of the current network use the service: counts of badges since the
-- membership began, never a person. What is small is
-- hidden by the caller, who needs all rows for it.
CREATE FUNCTION network_adoption(p_first date, p_last date, p_closed date, p_active_since timestamptz)
    RETURNS TABLE (organisation_id uuid, name text, member_since_on date, active boolean, first_award_year integer,
                   last_award_year integer, published bigint, people bigint, awards bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 500 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.id, o.legal_name, m.vetted_on,
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
