-- Two jobs read whole tables to find little. Each looks in an index now.

-- The idle end of a session. Only a time without zone can be added to in an index: the result then depends on no setting.
CREATE INDEX session_idle_end ON session (((last_seen_at AT TIME ZONE 'UTC') + make_interval(secs => idle_seconds)));

CREATE OR REPLACE FUNCTION sweep_sessions(p_now timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM session
    WHERE ends_at <= p_now
       OR (last_seen_at AT TIME ZONE 'UTC') + make_interval(secs => idle_seconds) <= p_now AT TIME ZONE 'UTC'
$$;

-- Lists that were never signed, in the order in which they are taken.
CREATE INDEX status_list_unsigned ON status_list (id) WHERE valid_until IS NULL;
