-- A holder may leave the network of the organisation out of what one link shows; the page follows at once, papers included.
ALTER TABLE share_link ADD COLUMN shows_network boolean NOT NULL DEFAULT true;

-- What the page behind a link says of the organisation's network: whether the holder shows it, and which network the
-- organisation belonged to on the day of the award. Beside shared_badge(), in its statement.
CREATE FUNCTION shown_membership(p_link uuid)
    RETURNS TABLE (shows_network boolean, awarded_on date, then_network text, then_vetted_on date, then_ended_on date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT s.shows_network, a.awarded_on, t.public_name, t.vetted_on, t.ended_on
    FROM share_link s
    JOIN credential c ON c.id = s.credential_id AND c.organisation_id = s.organisation_id
    JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
    LEFT JOIN LATERAL (
        SELECT n.public_name, m.vetted_on,
               CASE WHEN m.state = 'ENDED' THEN coalesce(m.ended_on, m.vetted_on) END AS ended_on
        FROM network_membership m JOIN organisation n ON n.id = m.network_id
        WHERE m.organisation_id = c.organisation_id AND m.vetted_on <= a.awarded_on
          AND (m.state <> 'ENDED' OR coalesce(m.ended_on, m.vetted_on) >= a.awarded_on)
        ORDER BY m.vetted_on DESC, m.created_at DESC
        LIMIT 1) t ON true
    WHERE s.id = p_link;
END
$$;

-- The network that the page of a badge names, for the holder who decides on it; the newest, where the organisation had several.
CREATE FUNCTION badge_network(p_credential uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT n.public_name
    FROM credential c
    JOIN network_membership m ON m.organisation_id = c.organisation_id
    JOIN organisation n ON n.id = m.network_id
    WHERE c.id = p_credential AND c.holder_id = app_holder()
    ORDER BY m.state = 'ENDED', m.vetted_on DESC, m.created_at DESC
    LIMIT 1
$$;

REVOKE ALL ON FUNCTION shown_membership(uuid), badge_network(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shown_membership(uuid), badge_network(uuid) TO badges_app;

-- Every membership of one organisation, ended ones included; the index of current ones does not find those.
CREATE INDEX network_membership_of_organisation ON network_membership (organisation_id, vetted_on);
