-- What this database is for, written once at its first start: a real service and a demonstration never share one, and
-- every badge ever signed carries the origin.
CREATE TABLE installation (
    one           boolean PRIMARY KEY DEFAULT true CHECK (one),
    public_url    text NOT NULL,
    demonstration boolean NOT NULL,
    started_at    timestamptz NOT NULL
);
GRANT SELECT, INSERT ON installation TO badges_app;
