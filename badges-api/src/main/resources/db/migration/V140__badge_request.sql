-- A badge that somebody asks for: the person from their space, or a member for a person. It belongs to the desk file.
CREATE TABLE badge_request (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    worker_id       uuid NOT NULL,
    -- the member who asks for the person; null where the person asked
    asked_by        uuid,
    -- null where no badge of the organisation fits: the words describe it
    achievement_id  uuid,
    words           text NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
    state           text NOT NULL CHECK (state IN ('SENT', 'ASKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    -- what the desk asked, and the answer
    question        text NOT NULL DEFAULT '' CHECK (length(question) <= 300),
    question_at     timestamptz,
    answer          text NOT NULL DEFAULT '' CHECK (length(answer) <= 500),
    -- since when the desk has something to read: the request, or the answer to its question
    to_read_at     timestamptz NOT NULL,
    reason          text CHECK (reason IN ('NOT_SEEN', 'NOT_YET', 'HAS_IT', 'OTHER_BADGE', 'NOT_HERE')),
    reply           text NOT NULL DEFAULT '' CHECK (length(reply) <= 300),
    offer_id        uuid,
    closed_at       timestamptz,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CHECK ((state = 'REFUSED') = (reason IS NOT NULL)),
    CHECK ((state IN ('SENT', 'ASKED')) = (closed_at IS NULL)),
    CHECK (state <> 'ASKED' OR question_at IS NOT NULL),
    CONSTRAINT badge_request_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT badge_request_worker_id_fkey
        FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT badge_request_asked_by_fkey
        FOREIGN KEY (asked_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT,
    CONSTRAINT badge_request_achievement_id_fkey
        FOREIGN KEY (achievement_id, organisation_id) REFERENCES achievement (id, organisation_id) ON DELETE RESTRICT,
    CONSTRAINT badge_request_offer_id_fkey
        FOREIGN KEY (offer_id, organisation_id) REFERENCES offer (id, organisation_id) ON DELETE SET NULL (offer_id)
);
CREATE INDEX badge_request_latest ON badge_request (organisation_id, created_at DESC, id DESC);
CREATE INDEX badge_request_worker_id ON badge_request (worker_id, created_at DESC);
CREATE INDEX badge_request_asked_by ON badge_request (asked_by) WHERE asked_by IS NOT NULL;
CREATE INDEX badge_request_achievement_id ON badge_request (achievement_id) WHERE achievement_id IS NOT NULL;
CREATE INDEX badge_request_offer_id ON badge_request (offer_id) WHERE offer_id IS NOT NULL;
CREATE INDEX badge_request_open ON badge_request (organisation_id, to_read_at) WHERE state IN ('SENT', 'ASKED');
ALTER TABLE badge_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON badge_request USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON badge_request TO badges_app;
CREATE TRIGGER file_is_there BEFORE INSERT OR UPDATE OF worker_id ON badge_request
    FOR EACH ROW EXECUTE FUNCTION file_is_there();
