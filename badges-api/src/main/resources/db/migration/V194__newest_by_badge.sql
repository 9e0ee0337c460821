-- The newest offers and awarded badges of each badge that a search names: read from an index, whatever the number of rows.
CREATE INDEX offer_of_version_latest ON offer (achievement_version_id, created_at DESC, id DESC);
DROP INDEX offer_achievement_version_id;
CREATE INDEX credential_of_name_latest
    ON credential (organisation_id, achievement_name, issued_at DESC, id DESC)
    WHERE state IN ('ISSUED', 'REVOKED') AND hidden_at IS NULL AND edition = 1;
