-- How the organisations of the current network use the service: counts of badges and days, never a person. What is small is
-- hidden by the caller, who needs all rows for it.
CREATE FUNCTION network_adoption(p_first date, p_last date, p_active_since timestamptz)
    RETURNS TABLE (organisation_id uuid, name text, member_since_on date, active boolean, first_award_on date,
                   last_award_on date, published bigint, awards bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 500 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.id, o.legal_name, m.vetted_on,
           EXISTS (SELECT FROM audit_event e
                   WHERE e.organisation_id = o.id AND e.code = 'SIGNED_IN' AND e.created_at >= p_active_since)
           OR EXISTS (SELECT FROM membership s WHERE s.organisation_id = o.id AND s.opened_at >= p_active_since),
           (SELECT min(a.awarded_on) FROM award a WHERE a.organisation_id = o.id AND a.state = 'LIVE'),
           (SELECT max(a.awarded_on) FROM award a WHERE a.organisation_id = o.id AND a.state = 'LIVE'),
           (SELECT count(*) FROM achievement b WHERE b.organisation_id = o.id AND b.state = 'PUBLISHED'),
           (SELECT count(*) FROM award a
            WHERE a.organisation_id = o.id AND a.state = 'LIVE' AND a.awarded_on BETWEEN p_first AND p_last)
    FROM network_membership m JOIN organisation o ON o.id = m.organisation_id
    WHERE m.network_id = app_organisation() AND m.state <> 'ENDED'
    ORDER BY lower(o.legal_name COLLATE "fr-x-icu"), o.id
$$;
REVOKE ALL ON FUNCTION network_adoption(date, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_adoption(date, date, timestamptz) TO badges_app;
