-- The group to which the people to choose are narrowed at the moment, as the words of the search are kept.
ALTER TABLE award_run
    ADD COLUMN group_id uuid,
    ADD CONSTRAINT award_run_group_id_fkey
        FOREIGN KEY (group_id, organisation_id) REFERENCES people_group (id, organisation_id) ON DELETE RESTRICT,
    ADD CONSTRAINT award_run_group_of_draft CHECK (state = 'DRAFT' OR group_id IS NULL);
CREATE INDEX award_run_group_id ON award_run (group_id) WHERE group_id IS NOT NULL;
