-- One badge for many people: who, with which words, and what became of each. Kept for a while only: the offers say the same.
CREATE TABLE award_run (
    id                     uuid PRIMARY KEY,
    organisation_id        uuid NOT NULL,
    achievement_version_id uuid NOT NULL,
    created_by             uuid NOT NULL,
    -- DONE: every person of it has an offer
    state                  text NOT NULL CHECK (state IN ('DRAFT', 'STARTED', 'DONE')),
    narrative              text NOT NULL DEFAULT '' CHECK (length(narrative) <= 2000),
    evidence               text NOT NULL DEFAULT '' CHECK (length(evidence) <= 2000),
    -- the words by which people are searched at the moment; in no address
    search                 text NOT NULL DEFAULT '' CHECK (length(search) <= 200),
    -- of the badge, the people, the words and the day, once started: what makes two runs the same
    content_digest         bytea CHECK (length(content_digest) = 32),
    -- how many people it was started for; an erased file takes its row away
    people                 integer NOT NULL DEFAULT 0 CHECK (people BETWEEN 0 AND 500),
    created_at             timestamptz NOT NULL,
    updated_at             timestamptz NOT NULL,
    UNIQUE (id, organisation_id),
    CONSTRAINT award_run_once UNIQUE (organisation_id, content_digest),
    CONSTRAINT award_run_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT award_run_achievement_version_id_fkey
        FOREIGN KEY (achievement_version_id, organisation_id) REFERENCES achievement_version (id, organisation_id)
        ON DELETE CASCADE,
    CONSTRAINT award_run_created_by_fkey
        FOREIGN KEY (created_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT,
    CHECK ((state = 'DRAFT') = (content_digest IS NULL)),
    CHECK (state <> 'DONE' OR (narrative = '' AND evidence = '')),
    CHECK (state = 'DRAFT' OR search = '')
);
CREATE INDEX award_run_latest ON award_run (organisation_id, created_at DESC, id);
CREATE INDEX award_run_achievement_version_id ON award_run (achievement_version_id);
CREATE INDEX award_run_created_by ON award_run (created_by);
CREATE INDEX award_run_updated_at ON award_run (updated_at);
ALTER TABLE award_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON award_run USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON award_run TO badges_app;

CREATE TABLE award_run_person (
    run_id          uuid NOT NULL,
    organisation_id uuid NOT NULL,
    worker_id       uuid NOT NULL,
    -- a few words about this person alone, after those for all
    line            text NOT NULL DEFAULT '' CHECK (length(line) <= 500),
    -- chosen although this badge was offered to them before
    again           boolean NOT NULL,
    state           text NOT NULL CHECK (state IN ('CHOSEN', 'OFFERED', 'FAILED')),
    reason          text CHECK (reason IN ('SHEET_MISSING', 'OFFERED_BEFORE', 'WORDS_REFUSED', 'BADGE_CLOSED', 'FAULT')),
    offer_id        uuid,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (run_id, worker_id),
    CONSTRAINT award_run_person_run_id_fkey
        FOREIGN KEY (run_id, organisation_id) REFERENCES award_run (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT award_run_person_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT award_run_person_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT award_run_person_offer_id_fkey
        FOREIGN KEY (offer_id, organisation_id) REFERENCES offer (id, organisation_id) ON DELETE CASCADE,
    CHECK ((state = 'OFFERED') = (offer_id IS NOT NULL)),
    CHECK ((state = 'FAILED') = (reason IS NOT NULL))
);
CREATE INDEX award_run_person_worker_id ON award_run_person (worker_id);
CREATE UNIQUE INDEX award_run_person_offer_id ON award_run_person (offer_id) WHERE offer_id IS NOT NULL;
ALTER TABLE award_run_person ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON award_run_person USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON award_run_person TO badges_app;
CREATE TRIGGER file_is_there BEFORE INSERT ON award_run_person FOR EACH ROW EXECUTE FUNCTION file_is_there();

-- Runs of whichever organisation that nobody touched for long, and finished ones.
CREATE FUNCTION drop_award_runs(p_untouched timestamptz, p_done timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM award_run
    WHERE updated_at < p_untouched OR (state = 'DONE' AND updated_at < p_done)
$$;
REVOKE ALL ON FUNCTION drop_award_runs(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_award_runs(timestamptz, timestamptz) TO badges_app;
