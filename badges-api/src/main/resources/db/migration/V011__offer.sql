-- A badge proposed to a worker. Nothing is signed before it is accepted.
CREATE TABLE offer (
    id                     uuid PRIMARY KEY,
    organisation_id        uuid NOT NULL REFERENCES organisation (id),
    worker_id              uuid NOT NULL,
    achievement_version_id uuid NOT NULL,
    narrative              text NOT NULL CHECK (length(narrative) BETWEEN 1 AND 2000),
    evidence               text NOT NULL DEFAULT '' CHECK (length(evidence) <= 2000),
    state                  text NOT NULL CHECK (state IN
        ('DRAFT', 'OFFERED', 'ACCEPTED', 'DECLINED', 'DISPUTED', 'CANCELLED', 'EXPIRED')),
    dispute                text CHECK (dispute IN ('NAME', 'TEXT', 'NOT_ME')),
    offered_by             uuid NOT NULL,
    created_at             timestamptz NOT NULL,
    offered_at             timestamptz NOT NULL,
    changed_at             timestamptz NOT NULL,
    ends_at                timestamptz NOT NULL,
    -- Found by its keyed hash. Kept after the slip has served, so that it can say that it has.
    code_lookup            bytea NOT NULL UNIQUE CHECK (length(code_lookup) = 32),
    -- Null as soon as the slip opens nothing any more.
    pin_hash               text,
    code_sealed            bytea,
    pin_sealed             bytea,
    failed_pins            integer NOT NULL DEFAULT 0 CHECK (failed_pins BETWEEN 0 AND 5),
    prints                 integer NOT NULL DEFAULT 0,
    UNIQUE (id, organisation_id),
    FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id),
    CHECK ((code_sealed IS NULL) = (pin_sealed IS NULL)),
    CHECK (state <> 'OFFERED' OR code_sealed IS NOT NULL),
    CHECK (code_sealed IS NULL OR pin_hash IS NOT NULL),
    CHECK (state IN ('OFFERED', 'ACCEPTED') OR pin_hash IS NULL),
    CHECK (state <> 'OFFERED' OR pin_hash IS NOT NULL),
    CHECK (state <> 'DISPUTED' OR dispute IS NOT NULL),
    CHECK (ends_at > offered_at)
);
CREATE INDEX offer_latest ON offer (organisation_id, created_at DESC, id DESC);
CREATE INDEX offer_latest_by_state ON offer (organisation_id, state, created_at DESC, id DESC);
CREATE INDEX offer_of_worker ON offer (worker_id, created_at DESC);
CREATE INDEX offer_ending ON offer (ends_at) WHERE state IN ('OFFERED', 'DISPUTED');
ALTER TABLE offer ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON offer USING (organisation_id = app_organisation());
GRANT SELECT, INSERT, UPDATE ON offer TO badges_app;

-- How an offer was accepted: the choices made, the fingerprint of the text that was shown, who stood by.
CREATE TABLE acceptance (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    offer_id        uuid NOT NULL,
    holder_id       uuid NOT NULL REFERENCES holder (id),
    credential_id   uuid NOT NULL UNIQUE,
    how             text NOT NULL CHECK (how IN ('SLIP', 'IN_PERSON')),
    witness         uuid,
    name_choice     text NOT NULL CHECK (name_choice IN ('FIRST_AND_INITIAL', 'FULL', 'NONE')),
    show_evidence   boolean NOT NULL,
    text_hash       bytea NOT NULL CHECK (length(text_hash) = 32),
    accepted_at     timestamptz NOT NULL,
    withdrawn_at    timestamptz,
    -- Our own verifier refused what was signed: the offer is open again, this acceptance led to nothing.
    voided_at       timestamptz,
    CHECK ((how = 'IN_PERSON') = (witness IS NOT NULL)),
    FOREIGN KEY (offer_id, organisation_id) REFERENCES offer (id, organisation_id)
);
CREATE UNIQUE INDEX acceptance_of_offer ON acceptance (offer_id) WHERE voided_at IS NULL;
CREATE INDEX acceptance_of_holder ON acceptance (holder_id);
ALTER TABLE acceptance ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON acceptance USING (organisation_id = app_organisation() OR holder_id = app_holder());
GRANT SELECT, INSERT, UPDATE ON acceptance TO badges_app;

CREATE FUNCTION locate_offer(lookup bytea) RETURNS TABLE (organisation_id uuid, offer_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT offer.organisation_id, offer.id FROM offer WHERE offer.code_lookup = lookup
$$;
REVOKE ALL ON FUNCTION locate_offer(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION locate_offer(bytea) TO badges_app;

CREATE FUNCTION ended_offers(now timestamptz, most integer) RETURNS TABLE (organisation_id uuid, offer_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT offer.organisation_id, offer.id
    FROM offer
    WHERE offer.state IN ('OFFERED', 'DISPUTED') AND offer.ends_at <= now
    ORDER BY offer.ends_at
    LIMIT most
$$;
REVOKE ALL ON FUNCTION ended_offers(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ended_offers(timestamptz, integer) TO badges_app;
