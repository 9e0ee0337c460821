-- A space opens with its holder's phone too. The history keeps the name that the phone had.
ALTER TABLE holder_visit
    DROP CONSTRAINT holder_visit_how_check,
    ADD CONSTRAINT holder_visit_how_check
        CHECK (how IN ('CARD', 'SLIP', 'REFUSED', 'REOPENED', 'PHONE', 'PHONE_REFUSED')),
    ADD COLUMN phone_name text CHECK (length(phone_name) BETWEEN 1 AND 40),
    ADD CONSTRAINT holder_visit_phone_name CHECK ((how IN ('PHONE', 'PHONE_REFUSED')) = (phone_name IS NOT NULL));
