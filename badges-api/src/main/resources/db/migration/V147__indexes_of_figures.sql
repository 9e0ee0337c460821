-- Figures of a year read what happened in it.
CREATE INDEX award_by_day ON award (organisation_id, awarded_on);
CREATE INDEX credential_by_revocation ON credential (organisation_id, revoked_at) WHERE revoked_at IS NOT NULL;
