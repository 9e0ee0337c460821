DROP FUNCTION resume_session(bytea, timestamptz);

-- As before, with the rights that are set by hand and whether the account works elsewhere too: the row is marked as seen at most once a minute; a closed membership or organisation ends the session.
CREATE FUNCTION resume_session(p_hash bytea, p_at timestamptz)
    RETURNS TABLE (session_id uuid, kind text, organisation_id uuid, account_id uuid, holder_id uuid, offer_id uuid,
                   asleep boolean, role text, rights text[], display_name text, place text, time_zone text, several boolean)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    UPDATE session SET last_seen_at = p_at
     WHERE session.token_hash = p_hash
       AND session.ends_at > p_at
       AND session.last_seen_at + make_interval(secs => session.idle_seconds) > p_at
       AND session.last_seen_at < p_at - interval '60 seconds';
    RETURN QUERY
        SELECT session.id, session.kind, session.organisation_id, session.account_id, session.holder_id, session.offer_id,
               session.asleep, member.role, member.rights, account.display_name, organisation.public_name,
               CASE WHEN session.holder_id IS NULL THEN organisation.time_zone ELSE holder_zone(session.holder_id) END,
               session.kind = 'DESK' AND EXISTS (
                   SELECT FROM membership other
                   WHERE other.account_id = session.account_id AND other.organisation_id <> session.organisation_id
                     AND other.state = 'ACTIVE')
          FROM session
          LEFT JOIN membership member ON member.account_id = session.account_id
               AND member.organisation_id = session.organisation_id AND member.state = 'ACTIVE'
          LEFT JOIN account ON account.id = member.account_id
          LEFT JOIN organisation ON organisation.id = session.organisation_id
         WHERE session.token_hash = p_hash
           AND session.ends_at > p_at
           AND session.last_seen_at + make_interval(secs => session.idle_seconds) > p_at
           AND (session.kind <> 'DESK' OR (member.role IS NOT NULL AND organisation.state <> 'CLOSED'));
END
$$;

REVOKE ALL ON FUNCTION resume_session(bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resume_session(bytea, timestamptz) TO badges_app;
