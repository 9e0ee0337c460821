-- One link for several badges of its holder. Such a link names no badge itself; each badge is a row of share_link_badge, an edition
-- like that of a link to one badge. Its organisation is that of its badges, or none where several organisations awarded them.
ALTER TABLE share_link
    ALTER COLUMN organisation_id DROP NOT NULL,
    ALTER COLUMN credential_id DROP NOT NULL,
    -- a few words of the holder's own
    ADD COLUMN message text,
    ADD CONSTRAINT share_link_id_holder_id_key UNIQUE (id, holder_id),
    ADD CONSTRAINT share_link_message_check CHECK (length(message) BETWEEN 1 AND 500),
    ADD CONSTRAINT share_link_badge_check CHECK (credential_id IS NULL OR (organisation_id IS NOT NULL AND message IS NULL));

-- A holder who is limited to one organisation sees no link with badges of others.
ALTER POLICY self ON share_link
    USING (holder_id = (SELECT app_holder())
           AND organisation_id IS NOT DISTINCT FROM coalesce((SELECT limited_organisation()), organisation_id));

CREATE TABLE share_link_badge (
    share_link_id   uuid NOT NULL,
    place           smallint NOT NULL CHECK (place BETWEEN 1 AND 20),
    organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    holder_id       uuid NOT NULL,
    credential_id   uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (share_link_id, place),
    FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE,
    -- A place ends with its link and with what it shows.
    CONSTRAINT share_link_badge_share_link_id_fkey
        FOREIGN KEY (share_link_id, holder_id) REFERENCES share_link (id, holder_id) ON DELETE CASCADE,
    FOREIGN KEY (credential_id, organisation_id, holder_id) REFERENCES credential (id, organisation_id, holder_id)
        ON DELETE CASCADE
);
CREATE INDEX share_link_badge_of_credential ON share_link_badge (credential_id, share_link_id);
CREATE INDEX share_link_badge_of_holder ON share_link_badge (holder_id, share_link_id);
ALTER TABLE share_link_badge ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON share_link_badge
    USING (holder_id = (SELECT app_holder())
           AND organisation_id = coalesce((SELECT limited_organisation()), organisation_id));
GRANT SELECT, INSERT, DELETE ON share_link_badge TO badges_app;
CREATE TRIGGER space_is_there BEFORE INSERT ON share_link_badge FOR EACH ROW EXECUTE FUNCTION space_is_there();

-- The badges behind the code of an open link to several, each beside who awarded it, in their order. A badge that was withdrawn
-- keeps its place with nothing in it. In plpgsql, whose plans a session keeps.
CREATE FUNCTION shared_portfolio(p_lookup bytea, p_now timestamptz)
    RETURNS TABLE (share_link_id uuid, message text, place smallint, organisation_id uuid, document text, jwt text,
                   revoked_at timestamptz, public_reason text, public_name text, legal_name text, siret text,
                   public_phone text, website text, network text, vetted_on date, suspended_since date,
                   shows_network boolean, awarded_on date, then_network text, then_vetted_on date, then_ended_on date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT s.id, s.message, b.place, c.organisation_id, d.document, d.jwt, c.revoked_at, c.public_reason, o.public_name,
           CASE WHEN o.shows_legal_identity THEN o.legal_name END, CASE WHEN o.shows_legal_identity THEN o.siret END,
           o.public_phone, o.website, n.public_name, m.vetted_on, m.suspended_on,
           s.shows_network, a.awarded_on, t.public_name, t.vetted_on, t.ended_on
    FROM share_link s
    JOIN share_link_badge b ON b.share_link_id = s.id
    LEFT JOIN (credential c JOIN credential_document d ON d.credential_id = c.id AND d.document IS NOT NULL)
        ON c.id = b.credential_id AND c.organisation_id = b.organisation_id AND c.state IN ('ISSUED', 'REVOKED')
    LEFT JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
    LEFT JOIN organisation o ON o.id = c.organisation_id
    LEFT JOIN network_membership m ON m.organisation_id = o.id AND m.state <> 'ENDED'
    LEFT JOIN organisation n ON n.id = m.network_id
    LEFT JOIN LATERAL (
        SELECT past.public_name, k.vetted_on,
               CASE WHEN k.state = 'ENDED' THEN coalesce(k.ended_on, k.vetted_on) END AS ended_on
        FROM network_membership k JOIN organisation past ON past.id = k.network_id
        WHERE k.organisation_id = c.organisation_id AND k.vetted_on <= a.awarded_on
          AND (k.state <> 'ENDED' OR coalesce(k.ended_on, k.vetted_on) >= a.awarded_on)
        ORDER BY k.vetted_on DESC, k.created_at DESC
        LIMIT 1) t ON true
    WHERE s.code_lookup = p_lookup AND s.switched_off_at IS NULL AND s.ends_at > p_now
    ORDER BY b.place;
END
$$;

-- What a holder can choose for other editions of each of their badges, as edition_choices() says of one.
CREATE FUNCTION choices_of_holder()
    RETURNS TABLE (credential_id uuid, first_name text, last_name text, narrative text, evidence text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id, w.first_name, w.last_name, o.narrative, o.evidence
    FROM credential c
    JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
    JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
    JOIN worker w ON w.id = c.worker_id AND w.organisation_id = c.organisation_id
    WHERE c.holder_id = app_holder() AND c.edition = 1 AND c.state = 'ISSUED' AND w.erased_at IS NULL
      AND c.organisation_id = coalesce((SELECT limited_organisation()), c.organisation_id)
$$;

REVOKE ALL ON FUNCTION shared_portfolio(bytea, timestamptz), choices_of_holder() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shared_portfolio(bytea, timestamptz), choices_of_holder() TO badges_app;
