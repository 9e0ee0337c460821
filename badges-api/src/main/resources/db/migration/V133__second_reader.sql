-- Whether two people publish a badge, and the request of the first until the second publishes it or sends it back.
ALTER TABLE organisation ADD COLUMN second_reader boolean NOT NULL DEFAULT false;

CREATE TABLE publication_request (
    achievement_id  uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    asked_by        uuid NOT NULL,
    -- of the text and the image that were asked for
    digest          bytea NOT NULL CHECK (length(digest) = 32),
    -- null while it waits
    sent_back_by    uuid,
    note            text NOT NULL DEFAULT '' CHECK (length(note) <= 300),
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT publication_request_achievement_id_fkey
        FOREIGN KEY (achievement_id, organisation_id) REFERENCES achievement (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT publication_request_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT publication_request_asked_by_fkey
        FOREIGN KEY (asked_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT,
    CONSTRAINT publication_request_sent_back_by_fkey
        FOREIGN KEY (sent_back_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT
);
CREATE INDEX publication_request_asked_by ON publication_request (asked_by);
CREATE INDEX publication_request_sent_back_by ON publication_request (sent_back_by) WHERE sent_back_by IS NOT NULL;
ALTER TABLE publication_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON publication_request USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON publication_request TO badges_app;
