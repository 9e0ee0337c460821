-- Why a network paused an organisation, in words that the organisation reads, and who did it. Both go when the pause ends;
-- the audit lines stay.
ALTER TABLE network_membership
    ADD COLUMN suspended_reason text CHECK (length(suspended_reason) BETWEEN 1 AND 500),
    ADD COLUMN suspended_by uuid,
    ADD CONSTRAINT network_membership_reason CHECK (suspended_reason IS NULL OR state = 'SUSPENDED');
