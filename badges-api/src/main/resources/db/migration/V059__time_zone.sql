-- The days of an organisation begin and end in its own zone: France has more than one. A closed list, by the names of the
-- database of time zones. What was signed before stays as it is.
ALTER TABLE organisation ADD COLUMN time_zone text NOT NULL DEFAULT 'Europe/Paris'
    CHECK (time_zone IN ('Europe/Paris', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'Indian/Reunion',
        'America/Miquelon', 'Indian/Mayotte', 'Pacific/Wallis', 'Pacific/Tahiti', 'Pacific/Noumea'));

-- By the first overseas postcode of the town, else of the address in the information sheet.
UPDATE organisation o SET time_zone = known.time_zone
FROM (VALUES ('971', 'America/Guadeloupe'), ('977', 'America/Guadeloupe'), ('978', 'America/Guadeloupe'),
             ('972', 'America/Martinique'), ('973', 'America/Cayenne'), ('974', 'Indian/Reunion'),
             ('975', 'America/Miquelon'), ('976', 'Indian/Mayotte'), ('986', 'Pacific/Wallis'), ('987', 'Pacific/Tahiti'),
             ('988', 'Pacific/Noumea')) known (department, time_zone)
WHERE known.department = coalesce(substring(o.town FROM '\m(97[1-8]|98[678])[0-9]{2}\M'),
                                  substring(o.data_controller FROM '\m(97[1-8]|98[678])[0-9]{2}\M'));

-- Public: a page names who awarded a badge and says its days in their zone.
CREATE FUNCTION organisation_zone(p_organisation uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.time_zone FROM organisation o WHERE o.id = p_organisation
$$;

CREATE FUNCTION organisation_name(p_organisation uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.public_name FROM organisation o WHERE o.id = p_organisation
$$;

-- The zone of who awarded a holder's newest badge; NULL before there is one.
CREATE FUNCTION holder_zone(p_holder uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.time_zone
    FROM credential c JOIN organisation o ON o.id = c.organisation_id
    WHERE c.holder_id = p_holder
    ORDER BY c.created_at DESC, c.id
    LIMIT 1
$$;

-- A session's look-up brings the zone of its pages too.
DROP FUNCTION resume_session(bytea, timestamptz);

-- As before: the row is marked as seen at most once a minute; a closed membership or organisation ends the session.
CREATE FUNCTION resume_session(p_hash bytea, p_at timestamptz)
    RETURNS TABLE (session_id uuid, kind text, organisation_id uuid, account_id uuid, holder_id uuid, offer_id uuid,
                   asleep boolean, role text, display_name text, place text, time_zone text)
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
               session.asleep, member.role, account.display_name, organisation.public_name,
               CASE WHEN session.holder_id IS NULL THEN organisation.time_zone ELSE holder_zone(session.holder_id) END
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

REVOKE ALL ON FUNCTION organisation_zone(uuid), organisation_name(uuid), holder_zone(uuid), resume_session(bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organisation_zone(uuid), organisation_name(uuid), holder_zone(uuid), resume_session(bytea, timestamptz) TO badges_app;

-- The day of an activity is that of the organisation.
CREATE OR REPLACE FUNCTION worker_is_active() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    NEW.last_activity_on := greatest(NEW.last_activity_on,
        (NEW.updated_at AT TIME ZONE coalesce(organisation_zone(NEW.organisation_id), 'Europe/Paris'))::date);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION activity_of_worker() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    today date := (NEW.updated_at AT TIME ZONE coalesce(organisation_zone(NEW.organisation_id), 'Europe/Paris'))::date;
BEGIN
    -- at most one write a day
    UPDATE worker SET last_activity_on = today
    WHERE id = NEW.worker_id AND organisation_id = NEW.organisation_id AND last_activity_on < today AND erased_at IS NULL;
    RETURN NULL;
END
$$;
