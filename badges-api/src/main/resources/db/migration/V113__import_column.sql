-- The titles by which an organisation names its columns, once a member said which is which.
CREATE TABLE import_column (
    organisation_id uuid NOT NULL,
    -- without case, accents and punctuation
    title           text NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
    field           text NOT NULL CHECK (field IN ('FIRST_NAME', 'LAST_NAME')),
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, title),
    CONSTRAINT import_column_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT
);
ALTER TABLE import_column ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON import_column USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON import_column TO badges_app;
