-- What a member was when they acted: their rights then, where a later change kept them, else those of today. No rights: those of
-- the role. No row for an account that is no member of this organisation.
CREATE FUNCTION rights_of_author(p_organisation uuid, p_account uuid, p_at timestamptz)
    RETURNS TABLE (role text, rights text)
    LANGUAGE sql STABLE ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.role,
           array_to_string(coalesce((SELECT c.rights_before FROM rights_change c
                                     WHERE c.account_id = m.account_id AND c.organisation_id = m.organisation_id
                                       AND c.created_at > p_at
                                     ORDER BY c.created_at LIMIT 1),
                                    m.rights), ' ')
    FROM membership m WHERE m.account_id = p_account AND m.organisation_id = p_organisation
$$;
REVOKE ALL ON FUNCTION rights_of_author(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rights_of_author(uuid, uuid, timestamptz) TO badges_app;
