-- What a network tells the members of its organisations, until a day; and who has read it. The organisation of a message is the
-- network that wrote it.
CREATE TABLE network_message (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    title           text NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
    body            text NOT NULL CHECK (length(body) BETWEEN 1 AND 1000),
    audience        text NOT NULL CHECK (audience IN ('EVERYBODY', 'MANAGERS')),
    shown_until_on  date NOT NULL,
    withdrawn_at    timestamptz,
    created_by      uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    UNIQUE (id, organisation_id),
    CONSTRAINT network_message_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT network_message_created_by_fkey
        FOREIGN KEY (created_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT
);
CREATE INDEX network_message_latest ON network_message (organisation_id, created_at DESC, id);
CREATE INDEX network_message_created_by ON network_message (created_by);
ALTER TABLE network_message ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON network_message USING (organisation_id = (SELECT app_organisation()));
-- A membership that is paused or over reads none.
CREATE POLICY reader ON network_message FOR SELECT
    USING (organisation_id IN (
        SELECT m.network_id FROM network_membership m
        WHERE m.organisation_id = (SELECT app_organisation()) AND m.state = 'ACTIVE'));
GRANT SELECT, INSERT, UPDATE ON network_message TO badges_app;

CREATE TABLE network_message_reading (
    message_id      uuid NOT NULL,
    network_id      uuid NOT NULL,
    -- of the reader
    organisation_id uuid NOT NULL,
    account_id      uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (message_id, organisation_id, account_id),
    CONSTRAINT network_message_reading_message_id_fkey
        FOREIGN KEY (message_id, network_id) REFERENCES network_message (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT network_message_reading_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT network_message_reading_account_id_fkey
        FOREIGN KEY (account_id, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE CASCADE
);
CREATE INDEX network_message_reading_message_id ON network_message_reading (message_id, network_id);
CREATE INDEX network_message_reading_account_id ON network_message_reading (account_id, organisation_id);
ALTER TABLE network_message_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON network_message_reading USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT ON network_message_reading TO badges_app;

-- In how many organisations somebody has read each message of the current network; not who.
CREATE FUNCTION read_network_messages() RETURNS TABLE (message_id uuid, organisations bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.message_id, count(DISTINCT r.organisation_id)
    FROM network_message m JOIN network_message_reading r ON r.message_id = m.id
    WHERE m.organisation_id = app_organisation()
    GROUP BY r.message_id
$$;
REVOKE ALL ON FUNCTION read_network_messages() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_network_messages() TO badges_app;
