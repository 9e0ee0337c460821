-- What a form led to, for a while: the page that answered it, the address it redirected to, or the form itself when its
-- session had ended. Contents are sealed. The table is UNLOGGED: nothing of it reaches the write-ahead log, a replica or a
-- physical backup, a commit waits for no disk, and after a crash it is empty, which only costs a second look.
CREATE UNLOGGED TABLE form_answer (
    -- Keyed hash of the address or of the form's key.
    id         bytea PRIMARY KEY CHECK (length(id) = 32),
    -- Keyed hash of the visit: only the browser that sent the form reads the row.
    visitor    bytea NOT NULL CHECK (length(visitor) = 32),
    kind       text NOT NULL CHECK (kind IN ('RUNNING', 'ADDRESS', 'PAGE', 'FORM')),
    -- Nobody was signed in. The number of such rows is limited.
    anonymous  boolean NOT NULL,
    content    bytea CHECK (length(content) <= 524288),
    created_at timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    CHECK ((kind = 'RUNNING') = (content IS NULL)),
    CHECK (ends_at > created_at)
);
CREATE INDEX form_answer_of_visitor ON form_answer (visitor, created_at DESC);
CREATE INDEX form_answer_anonymous ON form_answer (id) WHERE anonymous;
CREATE INDEX form_answer_ends ON form_answer (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON form_answer TO badges_app;
