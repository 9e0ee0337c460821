-- A badge earned elsewhere, which its holder keeps beside ours. It belongs to no organisation and is nobody's to share.
CREATE TABLE imported_badge (
    id          uuid PRIMARY KEY,
    holder_id   uuid NOT NULL,
    -- PENDING: verified and shown; its holder has not said yet whether to keep it
    state       text NOT NULL CHECK (state IN ('PENDING', 'KEPT')),
    -- of its issuer's id and its own, as a keyed hash: what makes two files the same badge
    identity    bytea NOT NULL CHECK (length(identity) = 32),
    form        text NOT NULL CHECK (form IN ('JSON', 'TEXT', 'PNG', 'JPEG', 'SVG', 'PDF')),
    -- sealed: the bytes as they were brought
    file        bytea NOT NULL CHECK (octet_length(file) <= 2097152 + 64),
    -- sealed: what a list says of it, once it was proven
    facts       bytea NOT NULL,
    -- of its validity, as it says: of two files of one badge the later one is newer
    starts_at   timestamptz,
    headline    text NOT NULL CHECK (headline IN ('AUTHENTIC', 'EXPIRED', 'NOT_YET_VALID', 'SUSPENDED', 'REVOKED',
        'OTHER_RECIPIENT', 'OTHER_CREDENTIAL', 'NOT_CONFORMING', 'NOT_A_BADGE', 'NOT_AUTHENTIC', 'CANNOT_TELL')),
    -- whether a registry names its issuer
    known       boolean NOT NULL,
    -- the last verdict with an answer, which the headline is; null before the first
    checked_at  timestamptz,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT imported_badge_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE
);
CREATE INDEX imported_badge_of_holder ON imported_badge (holder_id, created_at DESC);
CREATE UNIQUE INDEX imported_badge_once ON imported_badge (holder_id, identity) WHERE state = 'KEPT';
CREATE INDEX imported_badge_pending ON imported_badge (created_at) WHERE state = 'PENDING';
ALTER TABLE imported_badge ENABLE ROW LEVEL SECURITY;
-- While a reopened space shows the badges of one organisation, it shows none from elsewhere.
CREATE POLICY self ON imported_badge
    USING (holder_id = (SELECT app_holder()) AND (SELECT limited_organisation()) IS NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON imported_badge TO badges_app;
CREATE TRIGGER space_is_there BEFORE INSERT ON imported_badge FOR EACH ROW EXECUTE FUNCTION space_is_there();

-- A verdict, written in one statement after the page has read the badge. One without an answer changes no earlier one.
CREATE FUNCTION judge_imported_badge(
        p_id uuid, p_holder uuid, p_headline text, p_known boolean, p_answered boolean, p_facts bytea, p_now timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE imported_badge
    SET headline = p_headline, known = p_known, facts = coalesce(p_facts, facts),
        checked_at = CASE WHEN p_answered THEN p_now END
    WHERE id = p_id AND holder_id = p_holder AND (p_answered OR checked_at IS NULL)
$$;

-- What nobody said to keep, of whichever holder.
CREATE FUNCTION drop_pending_imports(p_before timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM imported_badge WHERE state = 'PENDING' AND created_at < p_before
$$;

-- As before; badges from elsewhere wait too.
CREATE OR REPLACE FUNCTION notice_of_holder()
    RETURNS TABLE (card_shown boolean, limited_until timestamptz, limited boolean, others_wait boolean, reopening_id uuid,
                   public_name text, public_phone text, state text, created_at timestamptz, used_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
               SELECT FROM holder_access a
               WHERE a.holder_id = h.id AND a.state = 'ACTIVE' AND a.code_sealed IS NOT NULL),
           h.limited_until, h.limited_to IS NOT NULL,
           h.limited_to IS NOT NULL AND (
               EXISTS (SELECT FROM credential c
                       WHERE c.holder_id = h.id AND c.organisation_id <> h.limited_to AND c.state <> 'VOIDED')
               OR EXISTS (SELECT FROM imported_badge i WHERE i.holder_id = h.id AND i.state = 'KEPT')),
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

REVOKE ALL ON FUNCTION judge_imported_badge(uuid, uuid, text, boolean, boolean, bytea, timestamptz),
    drop_pending_imports(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION judge_imported_badge(uuid, uuid, text, boolean, boolean, bytea, timestamptz),
    drop_pending_imports(timestamptz) TO badges_app;
