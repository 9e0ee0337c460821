-- A run that waits and whose figures grow is replaced by one with another id: a confirmation stands for the figures that were read.
ALTER TABLE erasure_run
    ADD COLUMN replaced_at timestamptz,
    ADD CHECK (replaced_at IS NULL OR confirmed_at IS NULL);
DROP INDEX erasure_run_open;
CREATE UNIQUE INDEX erasure_run_open ON erasure_run (organisation_id) WHERE done_at IS NULL AND replaced_at IS NULL;

ALTER TABLE closing_run
    ADD COLUMN replaced_at timestamptz,
    ADD CHECK (replaced_at IS NULL OR confirmed_at IS NULL);
DROP INDEX closing_run_open;
CREATE UNIQUE INDEX closing_run_open ON closing_run ((done_at IS NULL)) WHERE done_at IS NULL AND replaced_at IS NULL;
