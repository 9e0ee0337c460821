-- What the people of a list are, as chosen at its start; without it, what people usually are in the organisation.
ALTER TABLE people_import
    ADD COLUMN person_kind text CHECK (person_kind IN ('WORKER', 'PERMANENT', 'VOLUNTEER', 'TRAINEE'));
