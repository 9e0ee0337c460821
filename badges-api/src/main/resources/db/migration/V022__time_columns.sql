-- One name each for what is the same thing. An instant ends in _at (or _until, while something lasts), a day in _on. The
-- instant at which a row was written is created_at in every table; where people edit a row (it has a revision), updated_at
-- says when it was last saved. Kept as they are: the words of a standard (valid_from, not_before, ...) and of the scheduler.

ALTER TABLE achievement RENAME COLUMN changed_at TO updated_at;
ALTER TABLE offer RENAME COLUMN changed_at TO updated_at;

ALTER TABLE network_membership RENAME COLUMN vetted_at TO created_at;
ALTER TABLE achievement_version RENAME COLUMN published_at TO created_at;
ALTER TABLE credential RENAME COLUMN prepared_at TO created_at;
ALTER TABLE acceptance RENAME COLUMN accepted_at TO created_at;
ALTER TABLE trust_signer RENAME COLUMN pinned_at TO created_at;
ALTER TABLE installation RENAME COLUMN started_at TO created_at;
ALTER TABLE audit_event RENAME COLUMN at TO created_at;
ALTER TABLE holder_visit RENAME COLUMN at TO created_at;

ALTER TABLE network_membership RENAME COLUMN since TO vetted_on;
ALTER TABLE network_membership RENAME COLUMN suspended_since TO suspended_on;
ALTER TABLE network_membership RENAME COLUMN until TO ended_on;
ALTER TABLE trust_entry RENAME COLUMN since TO state_changed_on;

-- When rows written before were last saved is not known: no later than this is known of them.
ALTER TABLE worker ADD COLUMN updated_at timestamptz;
UPDATE worker SET updated_at = created_at;
ALTER TABLE worker ALTER COLUMN updated_at SET NOT NULL;
ALTER TABLE pathway ADD COLUMN updated_at timestamptz;
UPDATE pathway SET updated_at = created_at;
ALTER TABLE pathway ALTER COLUMN updated_at SET NOT NULL;
