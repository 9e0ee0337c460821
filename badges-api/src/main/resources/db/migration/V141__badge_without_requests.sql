-- A published badge that people cannot ask for from their space.
CREATE TABLE badge_without_requests (
    achievement_id  uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT badge_without_requests_achievement_id_fkey
        FOREIGN KEY (achievement_id, organisation_id) REFERENCES achievement (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT badge_without_requests_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT
);
CREATE INDEX badge_without_requests_organisation ON badge_without_requests (organisation_id);
ALTER TABLE badge_without_requests ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON badge_without_requests USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, DELETE ON badge_without_requests TO badges_app;
