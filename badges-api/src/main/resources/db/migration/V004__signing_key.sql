-- Public halves: published documents are made of them, so everybody may read them. organisation_id is NULL for the
-- platform's own keys.
CREATE TABLE signing_key (
    id              uuid PRIMARY KEY,
    organisation_id uuid REFERENCES organisation (id),
    algorithm       text NOT NULL CHECK (algorithm IN ('ED25519', 'ES256')),
    version         integer NOT NULL CHECK (version > 0),
    public_jwk      text NOT NULL,
    multikey        text NOT NULL,
    state           text NOT NULL CHECK (state IN ('ACTIVE', 'RETIRED', 'COMPROMISED')),
    not_before      timestamptz NOT NULL,
    not_after       timestamptz,
    created_at      timestamptz NOT NULL,
    CHECK ((state = 'ACTIVE') = (not_after IS NULL)),
    UNIQUE NULLS NOT DISTINCT (organisation_id, algorithm, version)
);
CREATE UNIQUE INDEX signing_key_active ON signing_key (organisation_id, algorithm) NULLS NOT DISTINCT
    WHERE state = 'ACTIVE';
CREATE INDEX signing_key_age ON signing_key (created_at) WHERE state = 'ACTIVE' AND algorithm = 'ED25519';

ALTER TABLE signing_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY published ON signing_key FOR SELECT USING (true);
CREATE POLICY tenant_adds ON signing_key FOR INSERT
    WITH CHECK (organisation_id IS NOT DISTINCT FROM app_organisation());
CREATE POLICY tenant_changes ON signing_key FOR UPDATE
    USING (organisation_id IS NOT DISTINCT FROM app_organisation());
GRANT SELECT, INSERT, UPDATE ON signing_key TO badges_app;

-- Private halves, sealed under the master key, which no copy of the database holds. The platform's own are reached only
-- in a transaction on behalf of nobody, an organisation's only in its own.
CREATE TABLE signing_key_secret (
    id              uuid PRIMARY KEY REFERENCES signing_key (id),
    organisation_id uuid REFERENCES organisation (id),
    version         integer NOT NULL CHECK (version > 0),
    sealed          bytea NOT NULL
);

ALTER TABLE signing_key_secret ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON signing_key_secret USING (organisation_id IS NOT DISTINCT FROM app_organisation());
GRANT SELECT, INSERT, UPDATE ON signing_key_secret TO badges_app;
