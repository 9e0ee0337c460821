-- The list of awarded badges by the name of the badge, in both directions. The collation puts no capital before a small letter.
CREATE INDEX credential_by_badge
    ON credential (organisation_id, achievement_name COLLATE "fr-x-icu", id)
    WHERE state IN ('ISSUED', 'REVOKED') AND hidden_at IS NULL AND edition = 1;
