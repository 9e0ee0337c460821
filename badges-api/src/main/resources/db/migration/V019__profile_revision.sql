-- Counts what was saved of a profile, so that two administrators do not overwrite each other unknowingly.
ALTER TABLE organisation ADD COLUMN revision integer NOT NULL DEFAULT 1;
