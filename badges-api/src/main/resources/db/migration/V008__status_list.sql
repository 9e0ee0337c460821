-- One bit for each badge of an organisation. The first list is numbered 1; another is begun only when it is full.
CREATE TABLE status_list (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    number          integer NOT NULL CHECK (number > 0),
    length          integer NOT NULL CHECK (length >= 131072 AND length % 8 = 0),
    bits            bytea NOT NULL,
    -- counts the signed forms; 0 while none was published
    version         integer NOT NULL DEFAULT 0 CHECK (version >= 0),
    document        text,
    valid_until     timestamptz,
    created_at      timestamptz NOT NULL,
    CHECK (octet_length(bits) * 8 = length),
    CHECK ((version = 0) = (document IS NULL)),
    CHECK ((document IS NULL) = (valid_until IS NULL)),
    UNIQUE (organisation_id, number),
    UNIQUE (id, organisation_id)
);
CREATE INDEX status_list_lapsing ON status_list (valid_until);

ALTER TABLE status_list ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON status_list USING (organisation_id = app_organisation());
GRANT SELECT, INSERT, UPDATE ON status_list TO badges_app;

-- How many indexes were drawn, and the sealed key of the permutation that draws them. Apart from the list, so that awarding
-- does not wait for a list that is being signed.
CREATE TABLE status_counter (
    list_id         uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    drawn           integer NOT NULL DEFAULT 0 CHECK (drawn >= 0),
    sealed_key      bytea NOT NULL,
    FOREIGN KEY (list_id, organisation_id) REFERENCES status_list (id, organisation_id)
);

ALTER TABLE status_counter ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON status_counter USING (organisation_id = app_organisation());
GRANT SELECT, INSERT, UPDATE ON status_counter TO badges_app;

-- A published list is public by its address, whoever asks.
CREATE FUNCTION published_status_list(wanted uuid)
RETURNS TABLE (version integer, document text, valid_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT s.version, s.document, s.valid_until FROM status_list s WHERE s.id = wanted AND s.version > 0
$$;
-- Its version alone: a reader that has the bytes need not load them again.
CREATE FUNCTION published_status_version(wanted uuid) RETURNS TABLE (version integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT s.version FROM status_list s WHERE s.id = wanted AND s.version > 0
$$;
-- The lists to sign again, for the job that goes on inside each organisation.
CREATE FUNCTION lapsing_status_lists(before timestamptz, most integer)
RETURNS TABLE (organisation_id uuid, list_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT s.organisation_id, s.id FROM status_list s
    WHERE s.valid_until < before OR s.valid_until IS NULL
    ORDER BY s.valid_until NULLS FIRST
    LIMIT most
$$;
REVOKE ALL ON FUNCTION published_status_list(uuid), published_status_version(uuid),
    lapsing_status_lists(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_status_list(uuid), published_status_version(uuid),
    lapsing_status_lists(timestamptz, integer) TO badges_app;
