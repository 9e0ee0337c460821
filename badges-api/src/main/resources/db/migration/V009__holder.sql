-- A holder is whoever keeps badges, whichever organisation awarded them. No name, no contact: a card with a code, a PIN.
CREATE TABLE holder (
    id             uuid PRIMARY KEY,
    created_at     timestamptz NOT NULL,
    last_opened_at timestamptz
);
ALTER TABLE holder ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON holder USING (id = app_holder());
GRANT SELECT, INSERT, UPDATE ON holder TO badges_app;

-- A way in. The code is found by its keyed hash; the sealed copy lets the card be shown again until its holder says that
-- they keep it, or opens the space with it.
CREATE TABLE holder_access (
    id           uuid PRIMARY KEY,
    holder_id    uuid NOT NULL REFERENCES holder (id),
    kind         text NOT NULL CHECK (kind IN ('CARD')),
    code_lookup  bytea NOT NULL UNIQUE CHECK (length(code_lookup) = 32),
    code_sealed  bytea,
    pin_hash     text NOT NULL,
    failed_pins  integer NOT NULL DEFAULT 0 CHECK (failed_pins >= 0),
    locked_until timestamptz,
    state        text NOT NULL CHECK (state IN ('ACTIVE', 'REPLACED')),
    created_at   timestamptz NOT NULL,
    CHECK (state = 'ACTIVE' OR code_sealed IS NULL)
);
CREATE UNIQUE INDEX holder_access_card ON holder_access (holder_id) WHERE kind = 'CARD' AND state = 'ACTIVE';
CREATE INDEX holder_access_unconfirmed ON holder_access (created_at) WHERE code_sealed IS NOT NULL;
ALTER TABLE holder_access ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON holder_access USING (holder_id = app_holder());
GRANT SELECT, INSERT, UPDATE ON holder_access TO badges_app;

-- When and how the space was opened, for its holder to read.
CREATE TABLE holder_visit (
    id        uuid PRIMARY KEY,
    holder_id uuid NOT NULL REFERENCES holder (id),
    at        timestamptz NOT NULL,
    how       text NOT NULL CHECK (how IN ('CARD', 'SLIP', 'REFUSED'))
);
CREATE INDEX holder_visit_latest ON holder_visit (holder_id, at DESC);
ALTER TABLE holder_visit ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON holder_visit USING (holder_id = app_holder());
GRANT SELECT, INSERT ON holder_visit TO badges_app;

-- Wrong PINs per minute over every slip and card: the brake on somebody who tries a few PINs on many. No tenant data.
CREATE TABLE pin_failure (
    minute   timestamptz PRIMARY KEY,
    failures integer NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON pin_failure TO badges_app;

CREATE FUNCTION locate_holder_access(lookup bytea) RETURNS TABLE (holder_id uuid, access_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT holder_access.holder_id, holder_access.id
    FROM holder_access
    WHERE holder_access.code_lookup = lookup AND holder_access.state = 'ACTIVE'
$$;
REVOKE ALL ON FUNCTION locate_holder_access(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION locate_holder_access(bytea) TO badges_app;

-- A card that nobody confirmed is no longer shown after a while, whether or not its holder ever comes back.
CREATE FUNCTION forget_shown_cards(before timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    UPDATE holder_access SET code_sealed = NULL WHERE code_sealed IS NOT NULL AND created_at < before
$$;
REVOKE ALL ON FUNCTION forget_shown_cards(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_shown_cards(timestamptz) TO badges_app;
