-- The way back for a holder without card or PIN: a counsellor reopens the space, with the person present.

-- For a while a reopened space shows the badges of the organisation that reopened it, and no others. An objection takes the
-- end away: then only the former card, or a later reopening, lifts it.
ALTER TABLE holder
    ADD COLUMN limited_to uuid,
    ADD COLUMN limited_until timestamptz,
    ADD CONSTRAINT holder_limited_to_fkey FOREIGN KEY (limited_to) REFERENCES organisation (id) ON DELETE RESTRICT,
    ADD CONSTRAINT holder_limited CHECK (limited_until IS NULL OR limited_to IS NOT NULL);
CREATE INDEX holder_limited_until ON holder (limited_until) WHERE limited_until IS NOT NULL;

-- WAITING: a card that a reopening replaced. It opens nothing; with its PIN its holder confirms or objects.
-- confirmed_at: its holder said that they have the card. Its code is still shown to them until it was used once.
ALTER TABLE holder_access
    ADD COLUMN confirmed_at timestamptz,
    ADD COLUMN waits_until timestamptz,
    DROP CONSTRAINT holder_access_state_check,
    ADD CONSTRAINT holder_access_state_check CHECK (state IN ('ACTIVE', 'WAITING', 'REPLACED')),
    ADD CONSTRAINT holder_access_waits CHECK ((state = 'WAITING') = (waits_until IS NOT NULL));
CREATE INDEX holder_access_waits_until ON holder_access (waits_until) WHERE waits_until IS NOT NULL;

ALTER TABLE holder_visit
    DROP CONSTRAINT holder_visit_how_check,
    ADD CONSTRAINT holder_visit_how_check CHECK (how IN ('CARD', 'SLIP', 'REFUSED', 'REOPENED'));

-- The slip of an accepted offer shows the card again until the card was used once.
ALTER TABLE offer ADD COLUMN card_kept_at timestamptz;
CREATE INDEX offer_card_kept ON offer (card_kept_at) WHERE card_kept_at IS NOT NULL AND pin_hash IS NOT NULL;

CREATE TABLE access_reopening (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    worker_id       uuid NOT NULL,
    holder_id       uuid NOT NULL,
    -- the member who had the person before them
    witness         uuid NOT NULL,
    reason          text NOT NULL CHECK (reason IN ('LOST_CARD', 'FORGOTTEN_PIN', 'LOCKED')),
    state           text NOT NULL CHECK (state IN ('OPEN', 'USED', 'ENDED', 'CANCELLED', 'OBJECTED', 'CONFIRMED')),
    created_at      timestamptz NOT NULL,
    ends_at         timestamptz NOT NULL,
    -- Found by its keyed hash. Kept after use, so that the slip can say that it has served.
    code_lookup     bytea NOT NULL UNIQUE CHECK (length(code_lookup) = 32),
    pin_hash        text,
    code_sealed     bytea,
    pin_sealed      bytea,
    failed_pins     integer NOT NULL DEFAULT 0 CHECK (failed_pins BETWEEN 0 AND 5),
    used_at         timestamptz,
    answered_at     timestamptz,
    reviewed_at     timestamptz,
    reviewed_by     uuid,
    FOREIGN KEY (worker_id, organisation_id) REFERENCES worker (id, organisation_id) ON DELETE CASCADE,
    FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE,
    FOREIGN KEY (witness, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT,
    FOREIGN KEY (reviewed_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT,
    CHECK ((state = 'OPEN') = (pin_hash IS NOT NULL)),
    CHECK ((state = 'OPEN') = (code_sealed IS NOT NULL)),
    CHECK ((state = 'OPEN') = (pin_sealed IS NOT NULL)),
    CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL)),
    CHECK (ends_at > created_at)
);
CREATE UNIQUE INDEX access_reopening_open ON access_reopening (worker_id) WHERE state = 'OPEN';
CREATE INDEX access_reopening_of_worker ON access_reopening (worker_id, created_at DESC);
CREATE INDEX access_reopening_of_holder ON access_reopening (holder_id, created_at DESC);
CREATE INDEX access_reopening_witness ON access_reopening (witness, created_at DESC);
CREATE INDEX access_reopening_reviewed_by ON access_reopening (reviewed_by) WHERE reviewed_by IS NOT NULL;
CREATE INDEX access_reopening_latest ON access_reopening (organisation_id, created_at DESC, id DESC);
CREATE INDEX access_reopening_ends ON access_reopening (ends_at) WHERE state = 'OPEN';
ALTER TABLE access_reopening ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON access_reopening
    USING (CASE WHEN (SELECT app_organisation()) IS NULL THEN holder_id = (SELECT app_holder())
                ELSE organisation_id = (SELECT app_organisation()) END);
GRANT SELECT, INSERT, UPDATE ON access_reopening TO badges_app;

-- The organisation to whose badges the current holder is limited; null for all.
CREATE FUNCTION limited_organisation() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT limited_to FROM holder WHERE id = app_holder()
$$;

-- As before; a holder who is limited does not see the badges of other organisations, nor their links.
ALTER POLICY tenant ON award
    USING (CASE WHEN (SELECT app_organisation()) IS NULL
                THEN holder_id = (SELECT app_holder())
                     AND organisation_id = coalesce((SELECT limited_organisation()), organisation_id)
                ELSE organisation_id = (SELECT app_organisation()) END);
ALTER POLICY tenant ON credential
    USING (CASE WHEN (SELECT app_organisation()) IS NULL
                THEN holder_id = (SELECT app_holder())
                     AND organisation_id = coalesce((SELECT limited_organisation()), organisation_id)
                ELSE organisation_id = (SELECT app_organisation()) END);
ALTER POLICY tenant ON credential_document
    USING (CASE WHEN (SELECT app_organisation()) IS NULL
                THEN holder_id = (SELECT app_holder())
                     AND organisation_id = coalesce((SELECT limited_organisation()), organisation_id)
                ELSE organisation_id = (SELECT app_organisation()) END);
ALTER POLICY tenant ON acceptance
    USING (CASE WHEN (SELECT app_organisation()) IS NULL
                THEN holder_id = (SELECT app_holder())
                     AND organisation_id = coalesce((SELECT limited_organisation()), organisation_id)
                ELSE organisation_id = (SELECT app_organisation()) END);
ALTER POLICY self ON share_link
    USING (holder_id = (SELECT app_holder())
           AND organisation_id = coalesce((SELECT limited_organisation()), organisation_id));

CREATE OR REPLACE FUNCTION locate_holder_access(p_lookup bytea) RETURNS TABLE (holder_id uuid, access_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT holder_access.holder_id, holder_access.id
    FROM holder_access
    WHERE holder_access.code_lookup = p_lookup AND holder_access.state IN ('ACTIVE', 'WAITING')
$$;

CREATE FUNCTION locate_reopening(p_lookup bytea) RETURNS TABLE (organisation_id uuid, reopening_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.organisation_id, r.id FROM access_reopening r WHERE r.code_lookup = p_lookup
$$;

-- Slips of accepted offers of the current holder, of whichever organisation: none shows a card that it did not make.
CREATE FUNCTION close_slips_of_holder() RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE offer SET pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
    FROM acceptance a
    WHERE a.holder_id = app_holder() AND a.voided_at IS NULL AND offer.id = a.offer_id
      AND offer.state = 'ACCEPTED' AND offer.pin_hash IS NOT NULL
$$;

-- A card that nobody used is no longer shown after a while, whether or not its holder ever comes back; nor does the slip
-- open that showed it.
CREATE OR REPLACE FUNCTION forget_shown_cards(p_before timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE holder_access SET code_sealed = NULL WHERE code_sealed IS NOT NULL AND created_at < p_before;
    UPDATE offer SET pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
    FROM acceptance a
    WHERE offer.card_kept_at IS NOT NULL AND offer.pin_hash IS NOT NULL AND offer.state = 'ACCEPTED'
      AND a.offer_id = offer.id AND a.voided_at IS NULL
      AND NOT EXISTS (
          SELECT FROM holder_access h
          WHERE h.holder_id = a.holder_id AND h.state = 'ACTIVE' AND h.code_sealed IS NOT NULL)
$$;

-- What a reopening left waiting, of whichever holder and organisation.
CREATE FUNCTION end_access_waits(p_now timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE holder SET limited_to = NULL, limited_until = NULL WHERE limited_until <= p_now;
    UPDATE holder_access SET state = 'REPLACED', waits_until = NULL WHERE waits_until <= p_now;
    UPDATE access_reopening SET state = 'ENDED', pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
    WHERE state = 'OPEN' AND ends_at <= p_now
$$;

-- What the current holder is told in their space: the latest reopening, and what waits because of it. One row.
CREATE FUNCTION notice_of_holder()
    RETURNS TABLE (card_shown boolean, limited_until timestamptz, limited boolean, others_wait boolean, reopening_id uuid,
                   public_name text, public_phone text, state text, created_at timestamptz, used_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
               SELECT FROM holder_access a
               WHERE a.holder_id = h.id AND a.state = 'ACTIVE' AND a.code_sealed IS NOT NULL),
           h.limited_until, h.limited_to IS NOT NULL,
           h.limited_to IS NOT NULL AND EXISTS (
               SELECT FROM credential c
               WHERE c.holder_id = h.id AND c.organisation_id <> h.limited_to AND c.state <> 'VOIDED'),
           r.id, o.public_name, o.public_phone, r.state, r.created_at, r.used_at
    FROM holder h
    LEFT JOIN LATERAL (
        SELECT l.id, l.organisation_id, l.state, l.created_at, l.used_at
        FROM access_reopening l
        WHERE l.holder_id = h.id AND l.state IN ('OPEN', 'USED', 'OBJECTED')
        ORDER BY l.created_at DESC LIMIT 1) r ON true
    LEFT JOIN organisation o ON o.id = r.organisation_id
    WHERE h.id = app_holder()
$$;

-- Whom the current holder turns to: the organisation whose worker they are; the one that reopened their space before others.
CREATE FUNCTION contact_of_holder() RETURNS TABLE (public_name text, public_phone text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.public_name, o.public_phone
    FROM holder h JOIN worker w ON w.holder_id = h.id JOIN organisation o ON o.id = w.organisation_id
    WHERE h.id = app_holder()
    ORDER BY o.id IS NOT DISTINCT FROM h.limited_to DESC, w.created_at LIMIT 1
$$;

-- Whom somebody turns to who knows the number of a slip or a card, in whatever state it is. The number is a secret of 80 bits.
CREATE FUNCTION contact_of_code(p_offer bytea, p_reopening bytea, p_card bytea)
    RETURNS TABLE (public_name text, public_phone text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT o.public_name, o.public_phone
    FROM organisation o
    WHERE o.id = coalesce(
        (SELECT f.organisation_id FROM offer f WHERE f.code_lookup = p_offer),
        (SELECT r.organisation_id FROM access_reopening r WHERE r.code_lookup = p_reopening),
        (SELECT w.organisation_id FROM holder_access c JOIN worker w ON w.holder_id = c.holder_id
         WHERE c.code_lookup = p_card ORDER BY w.created_at LIMIT 1))
$$;

REVOKE ALL ON FUNCTION contact_of_holder(), contact_of_code(bytea, bytea, bytea), limited_organisation(), locate_reopening(bytea), close_slips_of_holder(),
    end_access_waits(timestamptz), notice_of_holder() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contact_of_holder(), contact_of_code(bytea, bytea, bytea), limited_organisation(), locate_reopening(bytea), close_slips_of_holder(),
    end_access_waits(timestamptz), notice_of_holder() TO badges_app;
