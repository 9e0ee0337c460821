-- Mail and SMS that wait to be sent, and what became of them. Address and words are sealed; with the end of a message they go, and
-- so does the holder: a row without them is a figure for the operator.
CREATE TABLE outbox (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('MAIL', 'SMS')),
    state           text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'DEAD')),
    holder_id       uuid,
    content         bytea CHECK (length(content) <= 65536),
    -- Raised by each claim: of two nodes, only the one with the last number may mark the message.
    attempts        integer NOT NULL CHECK (attempts >= 0),
    next_attempt_at timestamptz NOT NULL,
    claimed_until   timestamptz,
    -- how the last attempt that failed did so
    failure         text CHECK (failure IN ('LATER', 'REFUSED', 'UNREACHABLE')),
    created_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    CONSTRAINT outbox_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE,
    CHECK ((state = 'WAITING') = (content IS NOT NULL)),
    CHECK ((state = 'WAITING') = (holder_id IS NOT NULL)),
    CHECK ((state = 'WAITING') = (ended_at IS NULL)),
    CHECK (state = 'WAITING' OR claimed_until IS NULL)
);
CREATE INDEX outbox_due ON outbox (next_attempt_at, id) WHERE state = 'WAITING';
CREATE INDEX outbox_ended ON outbox (ended_at) WHERE state <> 'WAITING';
CREATE INDEX outbox_of_holder ON outbox (holder_id) WHERE holder_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO badges_app;
CREATE TRIGGER space_is_there BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION space_is_there();
