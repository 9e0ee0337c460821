-- Where somebody stands at the end of a pathway, as funders count it; optional.
ALTER TABLE pathway
    ADD COLUMN exit text CHECK (exit IN ('LASTING_JOB', 'TRANSITIONAL_JOB', 'POSITIVE', 'OTHER')),
    ADD CONSTRAINT pathway_exit_at_end CHECK (exit IS NULL OR ends_on IS NOT NULL);
