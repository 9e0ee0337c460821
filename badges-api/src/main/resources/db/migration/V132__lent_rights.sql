-- The rights lent to a member on this day of their organisation; null without any. Read with the session, at each request.
CREATE FUNCTION lent_rights(p_account uuid, p_organisation uuid, p_at timestamptz) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT array_agg(DISTINCT lent)
    FROM delegation d
    JOIN organisation place ON place.id = d.organisation_id
    JOIN membership lender ON lender.account_id = d.delegated_by AND lender.organisation_id = d.organisation_id
         AND lender.state = 'ACTIVE'
    CROSS JOIN unnest(d.rights) AS lent
    WHERE d.account_id = p_account AND d.organisation_id = p_organisation AND d.ended_at IS NULL
      AND d.starts_on <= (p_at AT TIME ZONE place.time_zone)::date
      AND d.ends_on >= (p_at AT TIME ZONE place.time_zone)::date
$$;
REVOKE ALL ON FUNCTION lent_rights(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lent_rights(uuid, uuid, timestamptz) TO badges_app;
