-- Whom a holder asks about a badge: the public contact of the organisation that awarded it. A holder reads no organisation
-- otherwise. app_holder() stays that of the caller inside a function that runs as the owner.
CREATE FUNCTION badge_contact(p_credential uuid)
    RETURNS TABLE (public_name text, public_phone text, public_email text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.public_name, o.public_phone, o.public_email
    FROM credential c JOIN organisation o ON o.id = c.organisation_id
    WHERE c.id = p_credential AND c.holder_id = app_holder()
$$;

REVOKE ALL ON FUNCTION badge_contact(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION badge_contact(uuid) TO badges_app;
