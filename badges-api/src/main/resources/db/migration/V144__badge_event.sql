-- An event or a workshop: whoever was there says so with the code of its poster, and the desk decides.
CREATE TABLE badge_event (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    achievement_id  uuid NOT NULL,
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    place           text NOT NULL CHECK (length(place) <= 200),
    held_on         date NOT NULL,
    -- when the page takes names
    opens_at        timestamptz NOT NULL,
    closes_at       timestamptz NOT NULL,
    most            integer NOT NULL CHECK (most BETWEEN 1 AND 500),
    -- ended before its time
    ended_at        timestamptz,
    code_lookup     bytea NOT NULL UNIQUE CHECK (length(code_lookup) = 32),
    code_sealed     bytea NOT NULL,
    created_by      uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CHECK (closes_at > opens_at),
    UNIQUE (id, organisation_id),
    CONSTRAINT badge_event_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT badge_event_achievement_id_fkey
        FOREIGN KEY (achievement_id, organisation_id) REFERENCES achievement (id, organisation_id) ON DELETE RESTRICT,
    CONSTRAINT badge_event_created_by_fkey
        FOREIGN KEY (created_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT
);
CREATE INDEX badge_event_day ON badge_event (organisation_id, held_on DESC, id DESC);
CREATE INDEX badge_event_achievement_id ON badge_event (achievement_id);
CREATE INDEX badge_event_created_by ON badge_event (created_by);
ALTER TABLE badge_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON badge_event USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON badge_event TO badges_app;

CREATE TABLE event_entry (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    event_id        uuid NOT NULL,
    -- as typed; empty with a card, once the entry is handled, and 30 days after the window
    first_name      text NOT NULL CHECK (length(first_name) <= 200),
    last_name       text NOT NULL CHECK (length(last_name) <= 200),
    by_card         boolean NOT NULL,
    state           text NOT NULL CHECK (state IN ('WAITING', 'KEPT', 'REFUSED', 'FORGOTTEN')),
    reason          text CHECK (reason IN ('NOT_SEEN', 'TWICE', 'UNKNOWN')),
    -- the file of whoever gave their card, or that the desk chose
    worker_id       uuid,
    -- the run that offers the badge
    run_id          uuid,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CHECK ((state = 'REFUSED') = (reason IS NOT NULL)),
    CHECK (state <> 'KEPT' OR worker_id IS NOT NULL),
    CHECK (state = 'WAITING' OR (first_name = '' AND last_name = '')),
    CONSTRAINT event_entry_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT event_entry_event_id_fkey
        FOREIGN KEY (event_id, organisation_id) REFERENCES badge_event (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT event_entry_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT event_entry_run_id_fkey
        FOREIGN KEY (run_id, organisation_id) REFERENCES award_run (id, organisation_id) ON DELETE SET NULL (run_id)
);
CREATE INDEX event_entry_event_id ON event_entry (event_id, created_at, id);
CREATE INDEX event_entry_worker_id ON event_entry (worker_id) WHERE worker_id IS NOT NULL;
CREATE INDEX event_entry_run_id ON event_entry (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX event_entry_waiting ON event_entry (organisation_id) WHERE state = 'WAITING';
ALTER TABLE event_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON event_entry USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON event_entry TO badges_app;
CREATE TRIGGER file_is_there BEFORE INSERT OR UPDATE OF worker_id ON event_entry
    FOR EACH ROW WHEN (NEW.worker_id IS NOT NULL) EXECUTE FUNCTION file_is_there();

CREATE FUNCTION locate_event(p_lookup bytea) RETURNS TABLE (organisation_id uuid, event_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT e.organisation_id, e.id FROM badge_event e WHERE e.code_lookup = p_lookup
$$;

-- Names that nobody handled, of windows that closed before one moment; then events whose window closed before another.
CREATE FUNCTION forget_event_entries(p_names_before timestamptz, p_events_before timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE event_entry n SET state = 'FORGOTTEN', first_name = '', last_name = '', updated_at = n.updated_at
    FROM badge_event e
    WHERE e.id = n.event_id AND n.state = 'WAITING' AND e.closes_at < p_names_before;
    DELETE FROM badge_event WHERE closes_at < p_events_before
$$;
REVOKE ALL ON FUNCTION locate_event(bytea), forget_event_entries(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION locate_event(bytea), forget_event_entries(timestamptz, timestamptz) TO badges_app;
