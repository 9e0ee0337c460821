-- A list of people on its way in: what was read of each line, what was decided, what became of it. Kept for a while only.
CREATE TABLE people_import (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    created_by      uuid NOT NULL,
    started_by      uuid,
    state           text NOT NULL CHECK (state IN ('DRAFT', 'STARTED', 'STOPPED', 'DONE', 'TAKEN_BACK')),
    source          text NOT NULL CHECK (source IN ('LIST', 'EMPLOIS')),
    -- the titles of the columns of the list, to correct which of them are read; never what stands under them
    titles          text[] NOT NULL,
    first_column    integer NOT NULL CHECK (first_column BETWEEN 0 AND 99),
    last_column     integer NOT NULL CHECK (last_column BETWEEN 0 AND 99),
    -- lines of an export of Les emplois de l'inclusion that are no accepted application, or repeat a person
    left_out        integer NOT NULL CHECK (left_out >= 0),
    -- of the names in their order: two imports of one list do not run at a time
    content_digest  bytea NOT NULL CHECK (length(content_digest) = 32),
    ended_at        timestamptz,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    UNIQUE (id, organisation_id),
    CONSTRAINT people_import_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT people_import_created_by_fkey
        FOREIGN KEY (created_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT,
    CONSTRAINT people_import_started_by_fkey
        FOREIGN KEY (started_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT,
    CHECK ((state = 'DRAFT') = (started_by IS NULL)),
    CHECK ((state IN ('DRAFT', 'STARTED')) = (ended_at IS NULL))
);
CREATE INDEX people_import_latest ON people_import (organisation_id, created_at DESC, id);
CREATE UNIQUE INDEX people_import_once ON people_import (organisation_id, content_digest) WHERE state = 'STARTED';
CREATE INDEX people_import_started ON people_import (updated_at) WHERE state = 'STARTED';
CREATE INDEX people_import_created_by ON people_import (created_by);
CREATE INDEX people_import_started_by ON people_import (started_by);
CREATE INDEX people_import_updated_at ON people_import (updated_at);
ALTER TABLE people_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON people_import USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON people_import TO badges_app;

CREATE TABLE people_import_row (
    import_id       uuid NOT NULL,
    organisation_id uuid NOT NULL,
    -- as the spreadsheet or the editor counts
    line            integer NOT NULL CHECK (line BETWEEN 1 AND 2000000),
    first_name      text NOT NULL CHECK (length(first_name) <= 200),
    last_name       text NOT NULL CHECK (length(last_name) <= 200),
    finding         text NOT NULL CHECK (finding IN ('NEW', 'KNOWN', 'TWICE', 'SPELLING', 'ERROR')),
    reason          text CHECK (reason IN ('CAPITALS', 'ODD_CHARACTERS', 'FIRST_NAME_MISSING', 'LAST_NAME_MISSING', 'TOO_LONG',
                                           'UNREADABLE', 'MASKED')),
    decision        text NOT NULL CHECK (decision IN ('ADD', 'LEAVE', 'ASK')),
    state           text NOT NULL CHECK (state IN ('WAITING', 'ADDED', 'LEFT', 'TAKEN_BACK')),
    -- the person who has that name already, then the person who was added
    worker_id       uuid,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (import_id, line),
    CONSTRAINT people_import_row_import_id_fkey
        FOREIGN KEY (import_id, organisation_id) REFERENCES people_import (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT people_import_row_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT people_import_row_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE,
    CHECK ((finding IN ('SPELLING', 'ERROR')) = (reason IS NOT NULL)),
    CHECK ((finding = 'SPELLING') = (decision = 'ASK')),
    CHECK (finding <> 'ERROR' OR decision = 'LEAVE'),
    CHECK (state <> 'ADDED' OR worker_id IS NOT NULL)
);
CREATE INDEX people_import_row_worker_id ON people_import_row (worker_id);
CREATE INDEX people_import_row_finding ON people_import_row (import_id, finding, line);
ALTER TABLE people_import_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON people_import_row USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON people_import_row TO badges_app;

-- Whether an active member has the right to manage, by the preset or by hand.
CREATE FUNCTION manages(p_organisation uuid, p_account uuid) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM membership m
        WHERE m.organisation_id = p_organisation AND m.account_id = p_account AND m.state = 'ACTIVE'
          AND CASE WHEN m.rights IS NULL THEN m.role IN ('ORG_ADMIN', 'NETWORK_ADMIN') ELSE 'MANAGE' = ANY (m.rights) END)
$$;
REVOKE ALL ON FUNCTION manages(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manages(uuid, uuid) TO badges_app;

-- Imports of whichever organisation that go on; a job takes them. Nobody is added in the name of a member who left or may not manage
-- any more.
CREATE FUNCTION started_people_imports() RETURNS TABLE (id uuid, organisation_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.id, i.organisation_id FROM people_import i
    WHERE i.state = 'STARTED' AND manages(i.organisation_id, i.started_by) ORDER BY i.updated_at LIMIT 100
$$;
REVOKE ALL ON FUNCTION started_people_imports() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION started_people_imports() TO badges_app;

-- Imports of whichever organisation that nobody touched for long.
CREATE FUNCTION drop_people_imports(p_untouched timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM people_import WHERE updated_at < p_untouched
$$;
REVOKE ALL ON FUNCTION drop_people_imports(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_people_imports(timestamptz) TO badges_app;
CREATE TRIGGER file_is_there BEFORE INSERT OR UPDATE OF worker_id ON people_import_row
    FOR EACH ROW WHEN (NEW.worker_id IS NOT NULL) EXECUTE FUNCTION file_is_there();
