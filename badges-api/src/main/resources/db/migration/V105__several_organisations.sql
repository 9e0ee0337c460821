-- An account works for several organisations; it signs in to the one that it opened last.
ALTER TABLE membership
    DROP CONSTRAINT membership_account_id_key,
    ADD COLUMN opened_at timestamptz;
CREATE INDEX membership_account_id ON membership (account_id);

CREATE OR REPLACE FUNCTION locate_account(p_login text) RETURNS TABLE (organisation_id uuid, account_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT member.organisation_id, member.account_id
    FROM account
    JOIN membership member ON member.account_id = account.id
    JOIN organisation place ON place.id = member.organisation_id
    WHERE account.login = p_login
    ORDER BY (member.state = 'ACTIVE' AND place.state <> 'CLOSED') DESC, member.opened_at DESC NULLS LAST,
             member.created_at, member.id
    LIMIT 1
$$;

-- The organisations that an account may open, the last one first.
CREATE FUNCTION places_of_account(p_account uuid) RETURNS TABLE (organisation_id uuid, name text, opened_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT member.organisation_id, place.public_name, member.opened_at
    FROM membership member JOIN organisation place ON place.id = member.organisation_id
    WHERE member.account_id = p_account AND member.state = 'ACTIVE' AND place.state <> 'CLOSED'
    ORDER BY member.opened_at DESC NULLS LAST, place.public_name, place.id
$$;

-- A new password ends the sessions of the old one in every organisation.
CREATE FUNCTION close_desks(p_account uuid) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM session WHERE account_id = p_account
$$;

-- Ends a desk session of an account in whichever organisation, since another one takes its place; says when it would have ended at
-- the latest. No row: it is over.
CREATE FUNCTION leave_desk(p_session uuid, p_account uuid, p_at timestamptz) RETURNS TABLE (ends_at timestamptz)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM session
    WHERE id = p_session AND account_id = p_account AND kind = 'DESK' AND NOT asleep AND session.ends_at > p_at
    RETURNING session.ends_at
$$;

REVOKE ALL ON FUNCTION places_of_account(uuid), close_desks(uuid), leave_desk(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION places_of_account(uuid), close_desks(uuid), leave_desk(uuid, uuid, timestamptz) TO badges_app;
