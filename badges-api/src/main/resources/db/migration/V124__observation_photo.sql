-- The photograph of an observation, encrypted; it goes with it. Apart, so that lists do not read it.
CREATE TABLE observation_photo (
    observation_id  uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    sealed          bytea NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT observation_photo_observation_id_fkey
        FOREIGN KEY (observation_id, organisation_id) REFERENCES observation (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT observation_photo_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT
);
ALTER TABLE observation_photo ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON observation_photo USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON observation_photo TO badges_app;
