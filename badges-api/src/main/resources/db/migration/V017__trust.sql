-- Whom this platform knows: its own list as it is published, and the lists of others that its networks pinned.

-- The newest signed list of every vetted organisation; one row, public by its address.
CREATE TABLE trust_list (
    id         smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    sequence   bigint NOT NULL CHECK (sequence > 0),
    key_id     uuid NOT NULL REFERENCES signing_key (id),
    -- SHA-256 of what it says, so that only a change or its age signs another
    content    bytea NOT NULL CHECK (octet_length(content) = 32),
    document   text NOT NULL,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > issued_at)
);
GRANT SELECT, INSERT, UPDATE ON trust_list TO badges_app;

-- A signer whose lists a network believes. What was unpinned stays: the highest sequence number seen counts for good.
CREATE TABLE trust_signer (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    did             text NOT NULL CHECK (did LIKE 'did:%' AND length(did) <= 2048),
    address         text NOT NULL CHECK (length(address) <= 2048),
    pinned_at       timestamptz NOT NULL,
    pinned_by       uuid NOT NULL,
    unpinned_at     timestamptz,
    tried_at        timestamptz,
    -- why the last try brought no list, in the words of a closed list
    problem         text CHECK (problem ~ '^[A-Z_]{2,40}$'),
    -- of the last list that was accepted; 0 and null before the first
    sequence        bigint NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    accepted_at     timestamptz,
    issued_at       timestamptz,
    expires_at      timestamptz,
    entries         integer NOT NULL DEFAULT 0 CHECK (entries >= 0),
    left_out        integer NOT NULL DEFAULT 0 CHECK (left_out >= 0),
    CHECK ((expires_at IS NULL) = (accepted_at IS NULL) AND (issued_at IS NULL) = (accepted_at IS NULL)),
    UNIQUE (id, organisation_id)
);
CREATE UNIQUE INDEX trust_signer_pinned ON trust_signer (organisation_id, did) WHERE unpinned_at IS NULL;

ALTER TABLE trust_signer ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON trust_signer USING (organisation_id = app_organisation());
GRANT SELECT, INSERT, UPDATE ON trust_signer TO badges_app;

-- What the newest accepted list of a signer says; replaced as a whole, gone with the pin.
CREATE TABLE trust_entry (
    signer_id       uuid NOT NULL,
    organisation_id uuid NOT NULL,
    issuer          text NOT NULL CHECK (issuer LIKE 'did:%' AND length(issuer) <= 2048),
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 2048),
    siret           text CHECK (siret ~ '^[0-9]{14}$'),
    state           text NOT NULL CHECK (state IN ('ACTIVE', 'SUSPENDED')),
    since           date NOT NULL,
    PRIMARY KEY (signer_id, issuer),
    FOREIGN KEY (signer_id, organisation_id) REFERENCES trust_signer (id, organisation_id)
);
CREATE INDEX trust_entry_issuer ON trust_entry (issuer);

ALTER TABLE trust_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON trust_entry USING (organisation_id = app_organisation());
GRANT SELECT, INSERT, DELETE ON trust_entry TO badges_app;

-- Whoever verifies a badge asks, whichever network pinned the list. A lapsed list knows nobody from that instant on.
CREATE FUNCTION imported_issuer(wanted text, at timestamptz)
RETURNS TABLE (name text, siret text, network text, state text, since date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT e.name, e.siret, s.name, e.state, e.since
    FROM trust_entry e JOIN trust_signer s ON s.id = e.signer_id
    WHERE e.issuer = wanted AND s.unpinned_at IS NULL AND s.expires_at > at
    ORDER BY e.state, s.pinned_at, s.id
    LIMIT 1
$$;

-- The signers to ask for a newer list, for the job that goes on inside each network.
CREATE FUNCTION pinned_signers() RETURNS TABLE (organisation_id uuid, signer_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT s.organisation_id, s.id FROM trust_signer s WHERE s.unpinned_at IS NULL ORDER BY s.tried_at NULLS FIRST, s.id
$$;

-- Every organisation that a network of this platform answers for, as anybody may read it, in the order of its public name.
CREATE FUNCTION vetted_organisations(words text, after uuid, most integer)
RETURNS TABLE (id uuid, public_name text, siret text, network text, vetted_on date, suspended_since date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT o.id, o.public_name, CASE WHEN o.shows_legal_identity THEN o.siret END, n.public_name, m.since,
           m.suspended_since
    FROM network_membership m
    JOIN organisation o ON o.id = m.organisation_id
    JOIN organisation n ON n.id = m.network_id
    WHERE m.state <> 'ENDED'
      AND (words = '' OR strpos(' ' || folded(o.public_name), ' ' || folded(words)) > 0
           OR strpos(' ' || folded(n.public_name), ' ' || folded(words)) > 0
           OR (o.shows_legal_identity AND starts_with(o.siret, words)))
      AND (after IS NULL OR (lower(o.public_name COLLATE "fr-x-icu"), o.id) > (
           SELECT lower(last.public_name COLLATE "fr-x-icu"), last.id FROM organisation last WHERE last.id = after))
    ORDER BY lower(o.public_name COLLATE "fr-x-icu"), o.id
    LIMIT most
$$;
CREATE INDEX organisation_public_name ON organisation (lower(public_name COLLATE "fr-x-icu"), id);

REVOKE ALL ON FUNCTION imported_issuer(text, timestamptz), pinned_signers(), vetted_organisations(text, uuid, integer)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION imported_issuer(text, timestamptz), pinned_signers(), vetted_organisations(text, uuid, integer)
    TO badges_app;
