-- A link by which a holder shows one edition of one badge. It is the holder's alone: the organisation sees none of it.
CREATE TABLE share_link (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    holder_id       uuid NOT NULL REFERENCES holder (id),
    credential_id   uuid NOT NULL,
    code_lookup     bytea NOT NULL UNIQUE CHECK (length(code_lookup) = 32),
    code_sealed     bytea NOT NULL,
    label           text NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    created_at      timestamptz NOT NULL,
    ends_at         timestamptz NOT NULL,
    switched_off_at timestamptz,
    views           bigint NOT NULL DEFAULT 0,
    CHECK (ends_at > created_at)
);
CREATE INDEX share_link_of_holder ON share_link (holder_id, credential_id, created_at DESC);
ALTER TABLE share_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON share_link USING (holder_id = app_holder());
GRANT SELECT, INSERT, UPDATE ON share_link TO badges_app;

CREATE FUNCTION locate_share_link(lookup bytea) RETURNS TABLE (holder_id uuid, share_link_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT share_link.holder_id, share_link.id FROM share_link WHERE share_link.code_lookup = lookup
$$;
REVOKE ALL ON FUNCTION locate_share_link(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION locate_share_link(bytea) TO badges_app;
