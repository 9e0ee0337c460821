-- Counts what was saved, so that two people who edit the same thing do not overwrite each other unknowingly.
ALTER TABLE worker ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE pathway ADD COLUMN revision integer NOT NULL DEFAULT 1;
