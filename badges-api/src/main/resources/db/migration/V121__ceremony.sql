-- A day on which badges are handed over: whose offers, and who has come. Kept for a while after the day: the offers say the rest.
CREATE TABLE ceremony (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    held_on         date NOT NULL,
    place           text NOT NULL CHECK (length(place) <= 200),
    created_by      uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    UNIQUE (id, organisation_id),
    CONSTRAINT ceremony_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT ceremony_created_by_fkey
        FOREIGN KEY (created_by, organisation_id) REFERENCES membership (account_id, organisation_id) ON DELETE RESTRICT
);
CREATE INDEX ceremony_day ON ceremony (organisation_id, held_on DESC, id);
CREATE INDEX ceremony_created_by ON ceremony (created_by);
ALTER TABLE ceremony ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON ceremony USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON ceremony TO badges_app;

CREATE TABLE ceremony_offer (
    ceremony_id     uuid NOT NULL,
    organisation_id uuid NOT NULL,
    offer_id        uuid NOT NULL,
    -- ticked in the roll-call
    present         boolean NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (ceremony_id, offer_id),
    CONSTRAINT ceremony_offer_ceremony_id_fkey
        FOREIGN KEY (ceremony_id, organisation_id) REFERENCES ceremony (id, organisation_id) ON DELETE CASCADE,
    CONSTRAINT ceremony_offer_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT ceremony_offer_offer_id_fkey
        FOREIGN KEY (offer_id, organisation_id) REFERENCES offer (id, organisation_id) ON DELETE CASCADE
);
CREATE INDEX ceremony_offer_offer_id ON ceremony_offer (offer_id);
ALTER TABLE ceremony_offer ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON ceremony_offer USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON ceremony_offer TO badges_app;

-- Ceremonies of whichever organisation whose day is long past.
CREATE FUNCTION drop_ceremonies(p_before date) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM ceremony WHERE held_on < p_before
$$;
REVOKE ALL ON FUNCTION drop_ceremonies(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_ceremonies(date) TO badges_app;
