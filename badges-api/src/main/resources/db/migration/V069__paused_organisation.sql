-- Whether a membership of an organisation is paused, for the look-up of a session, which knows no tenant yet.
CREATE FUNCTION organisation_paused(p_organisation uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM network_membership m WHERE m.organisation_id = p_organisation AND m.state = 'SUSPENDED')
$$;

REVOKE ALL ON FUNCTION organisation_paused(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organisation_paused(uuid) TO badges_app;
