-- Where a holder is told what happens to their space and badges: at most one e-mail address and one number, each by their choice.
-- It opens nothing. An address counts once the holder typed its code; beside the confirmed one, one may wait for that.
CREATE TABLE holder_contact (
    id           uuid PRIMARY KEY,
    holder_id    uuid NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('MAIL', 'SMS')),
    -- sealed
    address      bytea NOT NULL,
    -- of the page on which it was typed; messages are in it
    language     text NOT NULL CHECK (language ~ '^[a-z]{2}$'),
    -- keyed hashes
    code_hash    bytea CHECK (length(code_hash) = 32),
    link_hash    bytea UNIQUE CHECK (length(link_hash) = 32),
    wrong_codes  smallint NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL,
    confirmed_at timestamptz,
    lapses_at    timestamptz,
    CONSTRAINT holder_contact_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE,
    CHECK ((confirmed_at IS NULL) = (lapses_at IS NOT NULL)),
    CHECK (confirmed_at IS NULL OR (code_hash IS NULL AND link_hash IS NULL))
);
CREATE UNIQUE INDEX holder_contact_one ON holder_contact (holder_id, kind, (confirmed_at IS NULL));
CREATE INDEX holder_contact_lapses ON holder_contact (lapses_at) WHERE lapses_at IS NOT NULL;
ALTER TABLE holder_contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON holder_contact USING (holder_id = (SELECT app_holder()));
GRANT SELECT, INSERT, UPDATE, DELETE ON holder_contact TO badges_app;
CREATE TRIGGER space_is_there BEFORE INSERT ON holder_contact FOR EACH ROW EXECUTE FUNCTION space_is_there();

-- Whose address a link confirms; whoever follows it has no session.
CREATE FUNCTION locate_holder_contact(p_link bytea) RETURNS TABLE (holder_id uuid, contact_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.holder_id, c.id FROM holder_contact c WHERE c.link_hash = p_link
$$;

CREATE FUNCTION forget_unconfirmed_contacts(p_now timestamptz) RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH gone AS (DELETE FROM holder_contact WHERE lapses_at <= p_now RETURNING 1)
    SELECT count(*) FROM gone
$$;

-- Where to tell a holder what the organisation of the transaction did: only one that has a file of theirs.
CREATE FUNCTION contacts_to_tell(p_holder uuid)
    RETURNS TABLE (id uuid, holder_id uuid, kind text, address bytea, language text, organisation text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id, c.holder_id, c.kind, c.address, c.language, organisation_name(app_organisation())
    FROM holder_contact c
    WHERE c.holder_id = p_holder AND c.confirmed_at IS NOT NULL
      AND EXISTS (SELECT FROM worker w WHERE w.holder_id = c.holder_id AND w.organisation_id = app_organisation())
    ORDER BY c.kind
$$;

-- The same for the space that has a badge of the organisation.
CREATE FUNCTION contacts_of_badge(p_credential uuid)
    RETURNS TABLE (id uuid, holder_id uuid, kind text, address bytea, language text, organisation text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id, c.holder_id, c.kind, c.address, c.language, organisation_name(app_organisation())
    FROM credential b JOIN holder_contact c ON c.holder_id = b.holder_id
    WHERE b.id = p_credential AND b.organisation_id = app_organisation() AND c.confirmed_at IS NOT NULL
    ORDER BY c.kind
$$;

-- As before, and says whom to tell: the addresses of spaces whose closing is announced now.
DROP FUNCTION announce_closings(timestamptz, date);
CREATE FUNCTION announce_closings(p_before timestamptz, p_today date)
    RETURNS TABLE (id uuid, holder_id uuid, kind text, address bytea, language text)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE holder h SET closing_announced_on = NULL
    WHERE h.closing_announced_on IS NOT NULL
      AND (coalesce(h.last_opened_at, h.created_at) >= p_before OR h.id IN (SELECT s.holder_id FROM held_spaces() s));
    RETURN QUERY
    WITH announced AS (
        UPDATE holder h SET closing_announced_on = p_today
        WHERE h.closing_announced_on IS NULL AND h.erased_at IS NULL AND coalesce(h.last_opened_at, h.created_at) < p_before
          AND h.id NOT IN (SELECT s.holder_id FROM held_spaces() s)
        RETURNING h.id)
    SELECT c.id, c.holder_id, c.kind, c.address, c.language
    FROM announced a JOIN holder_contact c ON c.holder_id = a.id
    WHERE c.confirmed_at IS NOT NULL
    ORDER BY c.holder_id, c.kind;
END
$$;

REVOKE ALL ON FUNCTION locate_holder_contact(bytea), forget_unconfirmed_contacts(timestamptz), contacts_to_tell(uuid),
    contacts_of_badge(uuid), announce_closings(timestamptz, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION locate_holder_contact(bytea), forget_unconfirmed_contacts(timestamptz), contacts_to_tell(uuid),
    contacts_of_badge(uuid), announce_closings(timestamptz, date) TO badges_app;

-- Codes sent to one address, from one space and from one network: nobody's letter box is filled from here.
ALTER TABLE throttle
    DROP CONSTRAINT throttle_name_check,
    ADD CONSTRAINT throttle_name_check CHECK (name IN (
        'PIN_SECRET', 'PIN_NETWORK', 'PIN_WIDE_NETWORK', 'PIN_ORGANISATION', 'PIN_ALL',
        'SIGN_IN_NAME', 'SIGN_IN_NETWORK', 'SIGN_IN_WIDE_NETWORK', 'SIGN_IN_ALL',
        'CODE_ADDRESS', 'CODE_HOLDER', 'CODE_NETWORK', 'CODE_WIDE_NETWORK', 'CODE_ALL'));
