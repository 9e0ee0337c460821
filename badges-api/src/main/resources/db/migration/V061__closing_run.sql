-- A run of the job that would close a large part of all spaces waits for the operator: a clock that is years ahead must not empty
-- the installation.
CREATE TABLE closing_run (
    id           uuid PRIMARY KEY,
    -- the spaces that were due by this day
    due_on       date NOT NULL,
    spaces       integer NOT NULL CHECK (spaces > 0),
    living       integer NOT NULL CHECK (living >= spaces),
    created_at   timestamptz NOT NULL,
    confirmed_at timestamptz,
    done_at      timestamptz,
    CHECK (done_at IS NULL OR confirmed_at IS NOT NULL)
);
CREATE UNIQUE INDEX closing_run_open ON closing_run ((done_at IS NULL)) WHERE done_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON closing_run TO badges_app;

CREATE FUNCTION living_spaces() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT count(*)::integer FROM holder WHERE erased_at IS NULL
$$;

-- Spaces whose closing would be announced now.
CREATE FUNCTION spaces_to_announce(p_before timestamptz) RETURNS TABLE (holder_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT h.id FROM holder h
    WHERE h.closing_announced_on IS NULL AND h.erased_at IS NULL
      AND coalesce(h.last_opened_at, h.created_at) < p_before
      AND h.id NOT IN (SELECT s.holder_id FROM held_spaces() s)
    ORDER BY coalesce(h.last_opened_at, h.created_at), h.id
$$;

REVOKE ALL ON FUNCTION living_spaces(), spaces_to_announce(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION living_spaces(), spaces_to_announce(timestamptz) TO badges_app;
