-- An accepted offer: what was said, of whom. At most one lives per offer; one whose badge our verifier refused is VOIDED.
CREATE TABLE award (
    id                     uuid PRIMARY KEY,
    organisation_id        uuid NOT NULL REFERENCES organisation (id),
    offer_id               uuid NOT NULL,
    worker_id              uuid NOT NULL,
    holder_id              uuid NOT NULL REFERENCES holder (id),
    achievement_version_id uuid NOT NULL REFERENCES achievement_version (id),
    awarded_on             date NOT NULL,
    state                  text NOT NULL CHECK (state IN ('LIVE', 'VOIDED')),
    created_at             timestamptz NOT NULL,
    FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id),
    UNIQUE (id, organisation_id)
);
CREATE UNIQUE INDEX award_of_offer ON award (offer_id) WHERE state = 'LIVE';
CREATE INDEX award_of_worker ON award (organisation_id, worker_id);

ALTER TABLE award ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON award USING (organisation_id = app_organisation() OR holder_id = app_holder());
GRANT SELECT, INSERT, UPDATE ON award TO badges_app;

-- One signed edition of an award. PREPARED holds the exact payload and a lease; ISSUED the documents as released.
CREATE TABLE credential (
    id               uuid PRIMARY KEY,
    organisation_id  uuid NOT NULL,
    award_id         uuid NOT NULL,
    worker_id        uuid NOT NULL,
    holder_id        uuid NOT NULL,
    state            text NOT NULL CHECK (state IN ('PREPARED', 'VOIDED', 'ISSUED', 'REVOKED')),
    status_list_id   uuid NOT NULL,
    status_index     integer NOT NULL CHECK (status_index >= 0),
    achievement_name text NOT NULL,
    image_url        text NOT NULL,
    displayed_name   text,
    name_choice      text NOT NULL CHECK (name_choice IN ('FIRST_AND_INITIAL', 'FULL', 'NONE')),
    shows_evidence   boolean NOT NULL,
    valid_from       timestamptz NOT NULL,
    valid_until      timestamptz,
    payload          text,
    lease            uuid,
    lease_until      timestamptz,
    attempts         integer NOT NULL DEFAULT 0,
    document         text,
    jwt              text,
    supersedes       uuid REFERENCES credential (id),
    prepared_at      timestamptz NOT NULL,
    issued_at        timestamptz,
    revoked_at       timestamptz,
    public_reason    text CHECK (public_reason IN
        ('WRONG_PERSON', 'WRONG_CONTENT', 'CRITERIA_NOT_MET', 'HOLDER_REQUEST', 'HOLDER_WITHDREW')),
    private_note     text CHECK (length(private_note) <= 1000),
    CHECK ((state = 'PREPARED') = (payload IS NOT NULL)),
    CHECK ((state = 'PREPARED') = (lease IS NOT NULL AND lease_until IS NOT NULL)),
    CHECK ((state IN ('ISSUED', 'REVOKED')) = (document IS NOT NULL AND jwt IS NOT NULL AND issued_at IS NOT NULL)),
    CHECK ((state = 'REVOKED') = (revoked_at IS NOT NULL AND public_reason IS NOT NULL)),
    CHECK (valid_until IS NULL OR valid_until > valid_from),
    FOREIGN KEY (award_id, organisation_id) REFERENCES award (id, organisation_id),
    FOREIGN KEY (status_list_id, organisation_id) REFERENCES status_list (id, organisation_id),
    UNIQUE (status_list_id, status_index),
    UNIQUE (id, organisation_id)
);
CREATE UNIQUE INDEX credential_first_of_award ON credential (award_id) WHERE supersedes IS NULL AND state <> 'VOIDED';
CREATE INDEX credential_of_holder ON credential (holder_id, issued_at DESC);
CREATE INDEX credential_of_worker ON credential (organisation_id, worker_id);
CREATE INDEX credential_issued ON credential (organisation_id, issued_at DESC, id DESC)
    WHERE state IN ('ISSUED', 'REVOKED');
CREATE INDEX credential_unfinished ON credential (lease_until) WHERE state = 'PREPARED';

ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON credential USING (organisation_id = app_organisation() OR holder_id = app_holder());
GRANT SELECT, INSERT, UPDATE ON credential TO badges_app;

-- Takes credentials whose finisher did not come back, each under a new lease; rows another node is taking are passed over.
CREATE FUNCTION take_unfinished_credentials(now timestamptz, until timestamptz, most integer)
RETURNS TABLE (organisation_id uuid, credential_id uuid, lease uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    UPDATE credential
    SET lease = gen_random_uuid(), attempts = attempts + 1,
        -- one that keeps failing is tried less and less often, down to once in ten minutes
        lease_until = until + least(attempts, 60) * interval '10 seconds'
    WHERE credential.id IN (
        SELECT c.id FROM credential c
        WHERE c.state = 'PREPARED' AND c.lease_until < now
        ORDER BY c.lease_until
        LIMIT most
        FOR UPDATE SKIP LOCKED)
    RETURNING credential.organisation_id, credential.id, credential.lease
$$;
REVOKE ALL ON FUNCTION take_unfinished_credentials(timestamptz, timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_unfinished_credentials(timestamptz, timestamptz, integer) TO badges_app;
