-- Retention and erasure. A desk file is erased some months after its pathway or contract ended, or after the last activity
-- where nothing ended; a holder's space when nobody opened it for years. Rows stay, without words: signed badges and their
-- status-list indexes rest on them, and so do figures by month.

ALTER TABLE worker
    -- the end of a contract without a pathway, or after it
    ADD COLUMN contract_ended_on date,
    ADD COLUMN last_activity_on date,
    -- a dispute needs the file: no erasure by a job while this is set
    ADD COLUMN erasure_held_on date,
    -- the desk reads since this day that the file will be erased
    ADD COLUMN erasure_announced_on date,
    ADD COLUMN erased_at timestamptz;

UPDATE worker w SET last_activity_on = (greatest(w.created_at, w.updated_at,
    (SELECT max(p.updated_at) FROM pathway p WHERE p.worker_id = w.id),
    (SELECT max(o.updated_at) FROM offer o WHERE o.worker_id = w.id AND o.state <> 'EXPIRED'),
    (SELECT max(a.created_at) FROM award a WHERE a.worker_id = w.id)) AT TIME ZONE 'Europe/Paris')::date;
ALTER TABLE worker ALTER COLUMN last_activity_on SET NOT NULL;

-- Kept by the database: a feature that forgot to say that somebody is active would have their file erased too early.
CREATE FUNCTION worker_is_active() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    NEW.last_activity_on := greatest(NEW.last_activity_on, (NEW.updated_at AT TIME ZONE 'Europe/Paris')::date);
    RETURN NEW;
END
$$;
CREATE TRIGGER worker_is_active BEFORE INSERT OR UPDATE OF first_name, last_name, notice_given_on, holder_id ON worker
    FOR EACH ROW WHEN (NEW.erased_at IS NULL) EXECUTE FUNCTION worker_is_active();

CREATE FUNCTION activity_of_worker() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    today date := (NEW.updated_at AT TIME ZONE 'Europe/Paris')::date;
BEGIN
    -- at most one write a day
    UPDATE worker SET last_activity_on = today
    WHERE id = NEW.worker_id AND organisation_id = NEW.organisation_id AND last_activity_on < today AND erased_at IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER activity_of_worker AFTER INSERT OR UPDATE OF starts_on, ends_on ON pathway
    FOR EACH ROW EXECUTE FUNCTION activity_of_worker();
-- An offer that ends by itself is no activity.
CREATE TRIGGER activity_of_worker AFTER INSERT OR UPDATE OF state ON offer
    FOR EACH ROW WHEN (NEW.state <> 'EXPIRED') EXECUTE FUNCTION activity_of_worker();

-- The day from which the retention of each desk file counts.
CREATE VIEW desk_file WITH (security_invoker = true) AS
SELECT w.id AS worker_id, w.organisation_id, w.erasure_held_on, w.erasure_announced_on,
       CASE WHEN coalesce(p.goes_on, false) OR coalesce(w.contract_ended_on, p.ends_on) IS NULL THEN w.last_activity_on
            ELSE greatest(w.contract_ended_on, p.ends_on) END AS counts_from_on
FROM worker w
CROSS JOIN LATERAL (
    SELECT max(own.ends_on) AS ends_on,
           bool_or(own.ends_on IS NULL AND (w.contract_ended_on IS NULL OR own.starts_on > w.contract_ended_on)) AS goes_on
    FROM pathway own
    WHERE own.worker_id = w.id AND own.organisation_id = w.organisation_id) p
WHERE w.erased_at IS NULL;
GRANT SELECT ON desk_file TO badges_app;

CREATE INDEX worker_not_erased ON worker (organisation_id, last_activity_on) WHERE erased_at IS NULL;

-- The desk sees no badge of an erased file or of a closed space.
ALTER TABLE credential ADD COLUMN hidden_at timestamptz;

ALTER TABLE holder
    -- the space says since this day that it will be closed
    ADD COLUMN closing_announced_on date,
    ADD COLUMN erased_at timestamptz;
CREATE INDEX holder_unopened ON holder ((coalesce(last_opened_at, created_at))) WHERE erased_at IS NULL;
GRANT DELETE ON share_link, holder_access, holder_visit TO badges_app;

-- What was erased: ids and digests, for good. After a restore of an older copy these rows say what to erase again.
CREATE TABLE erasure (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('DESK_FILE', 'SPACE')),
    reason          text NOT NULL CHECK (reason IN ('REQUEST', 'RETENTION', 'REPLAY')),
    organisation_id uuid REFERENCES organisation (id) ON DELETE RESTRICT,
    worker_id       uuid,
    holder_id       uuid,
    created_at      timestamptz NOT NULL,
    CHECK ((kind = 'DESK_FILE') = (organisation_id IS NOT NULL AND worker_id IS NOT NULL AND holder_id IS NULL)),
    CHECK ((kind = 'SPACE') = (organisation_id IS NULL AND worker_id IS NULL AND holder_id IS NOT NULL)),
    CONSTRAINT erasure_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE RESTRICT,
    CONSTRAINT erasure_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE RESTRICT
);
CREATE INDEX erasure_worker_id ON erasure (worker_id) WHERE worker_id IS NOT NULL;
CREATE INDEX erasure_holder_id ON erasure (holder_id) WHERE holder_id IS NOT NULL;
CREATE INDEX erasure_latest ON erasure (created_at, id);
ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON erasure
    USING (CASE WHEN (SELECT app_organisation()) IS NULL THEN holder_id = (SELECT app_holder())
                ELSE organisation_id = (SELECT app_organisation()) END);
GRANT SELECT, INSERT ON erasure TO badges_app;

-- SHA-256 of the signed document of an erased badge: a file that somebody shows later can still be told from a forgery.
CREATE TABLE erased_document (
    credential_id uuid PRIMARY KEY,
    erasure_id    uuid NOT NULL,
    digest        bytea NOT NULL CHECK (length(digest) = 32),
    created_at    timestamptz NOT NULL,
    CONSTRAINT erased_document_credential_id_fkey
        FOREIGN KEY (credential_id) REFERENCES credential (id) ON DELETE RESTRICT,
    CONSTRAINT erased_document_erasure_id_fkey FOREIGN KEY (erasure_id) REFERENCES erasure (id) ON DELETE RESTRICT
);
CREATE INDEX erased_document_erasure_id ON erased_document (erasure_id);
ALTER TABLE erased_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY holder ON erased_document
    USING (EXISTS (SELECT FROM erasure e WHERE e.id = erasure_id));
GRANT SELECT, INSERT ON erased_document TO badges_app;

-- A run of the job that would take a large part of an organisation's files waits for an administrator.
CREATE TABLE erasure_run (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    -- the files that were due by this day
    due_on          date NOT NULL,
    files           integer NOT NULL CHECK (files > 0),
    living          integer NOT NULL CHECK (living >= files),
    created_at      timestamptz NOT NULL,
    confirmed_at    timestamptz,
    confirmed_by    uuid,
    done_at         timestamptz,
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
    CHECK (done_at IS NULL OR confirmed_at IS NOT NULL),
    CONSTRAINT erasure_run_confirmed_by_fkey
        FOREIGN KEY (confirmed_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX erasure_run_open ON erasure_run (organisation_id) WHERE done_at IS NULL;
CREATE INDEX erasure_run_confirmed_by ON erasure_run (confirmed_by) WHERE confirmed_by IS NOT NULL;
ALTER TABLE erasure_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON erasure_run USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON erasure_run TO badges_app;

-- An erased person has no name to be found by.
CREATE OR REPLACE FUNCTION page_of_workers(
    p_words text, p_after_last text, p_after_first text, p_after_id uuid, p_most integer)
    RETURNS TABLE (worker_id uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    here uuid := app_organisation();
    letters text := folded(p_words);
    wanted text := '%' || like_folded(p_words) || '%';
BEGIN
    IF length(letters) < 3 THEN
        RETURN QUERY
        SELECT w.id FROM worker w
        WHERE w.organisation_id = here AND w.erased_at IS NULL AND strpos(w.folded_name, letters) > 0
          AND (lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id)
            > (lower(p_after_last COLLATE "fr-x-icu"), lower(p_after_first COLLATE "fr-x-icu"), p_after_id)
        ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id
        LIMIT p_most;
    ELSE
        RETURN QUERY
        WITH found AS MATERIALIZED (
            SELECT w.id, lower(w.last_name COLLATE "fr-x-icu") AS last, lower(w.first_name COLLATE "fr-x-icu") AS first
            FROM worker w
            WHERE w.organisation_id = here AND w.erased_at IS NULL AND w.folded_name LIKE wanted)
        SELECT f.id FROM found f
        WHERE (f.last, f.first, f.id)
            > (lower(p_after_last COLLATE "fr-x-icu"), lower(p_after_first COLLATE "fr-x-icu"), p_after_id)
        ORDER BY f.last, f.first, f.id
        LIMIT p_most;
    END IF;
END
$$;

-- The files of a holder who closes their space, in whichever organisation: a later badge opens another space.
CREATE FUNCTION forget_holder(p_holder uuid) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE worker SET holder_id = NULL WHERE holder_id = p_holder AND p_holder = app_holder()
$$;

-- Spaces that nobody opened since then.
CREATE FUNCTION unopened_spaces(p_before timestamptz, p_announced_before date, p_most integer)
    RETURNS TABLE (holder_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT h.id FROM holder h
    WHERE h.erased_at IS NULL AND coalesce(h.last_opened_at, h.created_at) < p_before
      AND h.closing_announced_on <= p_announced_before
    ORDER BY coalesce(h.last_opened_at, h.created_at)
    LIMIT p_most
$$;

-- Announces the closing of those that nobody opened since then, and withdraws it where somebody did.
CREATE FUNCTION announce_closings(p_before timestamptz, p_today date) RETURNS integer
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    announced integer;
BEGIN
    UPDATE holder SET closing_announced_on = NULL
    WHERE closing_announced_on IS NOT NULL AND coalesce(last_opened_at, created_at) >= p_before;
    UPDATE holder SET closing_announced_on = p_today
    WHERE closing_announced_on IS NULL AND erased_at IS NULL AND coalesce(last_opened_at, created_at) < p_before;
    GET DIAGNOSTICS announced = ROW_COUNT;
    RETURN announced;
END
$$;

-- The people of the organisation of the transaction whose space will be closed: the desk can tell them.
CREATE FUNCTION closing_spaces() RETURNS TABLE (worker_id uuid, announced_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT w.id, h.closing_announced_on FROM worker w JOIN holder h ON h.id = w.holder_id
    WHERE w.organisation_id = app_organisation() AND w.erased_at IS NULL AND h.closing_announced_on IS NOT NULL
$$;

-- The erasures since an instant, to be carried over a restore.
CREATE FUNCTION erasures_since(p_at timestamptz)
    RETURNS TABLE (kind text, organisation_id uuid, worker_id uuid, holder_id uuid, created_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT e.kind, e.organisation_id, e.worker_id, e.holder_id, e.created_at FROM erasure e
    WHERE e.created_at >= p_at ORDER BY e.created_at, e.id
$$;

REVOKE ALL ON FUNCTION forget_holder(uuid), unopened_spaces(timestamptz, date, integer),
    announce_closings(timestamptz, date), closing_spaces(), erasures_since(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_holder(uuid), unopened_spaces(timestamptz, date, integer),
    announce_closings(timestamptz, date), closing_spaces(), erasures_since(timestamptz) TO badges_app;
