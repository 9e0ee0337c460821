-- The member who follows an offer until it is answered, where it is no longer the one who made it.
ALTER TABLE offer
    ADD COLUMN followed_by uuid,
    ADD CONSTRAINT offer_followed_by_fkey
        FOREIGN KEY (followed_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT;
CREATE INDEX offer_followed_by ON offer (followed_by) WHERE followed_by IS NOT NULL;
