-- What a desk does while an offer waits: its end is moved, its slip is given again, its person is reminded. The journal says that
-- it was done; this says when, how, and until when.
CREATE TABLE offer_step (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    offer_id        uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('PROLONGED', 'GIVEN_AGAIN', 'REMINDED')),
    -- null for an end that was moved
    how             text CHECK (how IN ('IN_PERSON', 'PHONE', 'POST')),
    done_on         date NOT NULL,
    -- the new end of the offer; null for other steps
    ends_at         timestamptz,
    done_by         uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    CHECK ((kind = 'PROLONGED') = (ends_at IS NOT NULL)),
    CHECK ((kind = 'PROLONGED') = (how IS NULL)),
    CONSTRAINT offer_step_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT offer_step_offer_id_fkey
        FOREIGN KEY (offer_id, organisation_id) REFERENCES offer (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT offer_step_done_by_fkey
        FOREIGN KEY (done_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT
);
CREATE INDEX offer_step_offer_id ON offer_step (offer_id, done_on);
CREATE INDEX offer_step_done_by ON offer_step (done_by);
ALTER TABLE offer_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON offer_step USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON offer_step TO badges_app;
