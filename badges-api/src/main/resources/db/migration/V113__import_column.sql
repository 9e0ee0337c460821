-- The titles by which an organisation names its columns, once a member said which is which.
CREATE TABLE import_column (
    organisation_id uuid NOT NULL,
    -- without case, accents and punctuation
    title           text NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
    field           text NOT NULL CHECK (field IN ('FIRST_NAME', 'LAST_NAME')),
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, title),
    CONSTRAINT import_column_organisation_id_fkey
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT
);
ALTER TABLE import_column ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON import_column USING (organisation_id = (SELECT app_organisation()));
GRANT SELECT, INSERT, UPDATE, DELETE ON import_column TO badges_app;

-- Titles are forgotten a year after they were written: a name that was taken for one as well.
CREATE OR REPLACE FUNCTION drop_people_imports(p_untouched timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM people_import WHERE updated_at < p_untouched;
    DELETE FROM import_column WHERE updated_at < p_untouched - interval '1 year'
$$;

-- Lines that name no file, and titles, keep no name of a person who is erased. A trigger, since the name is gone when imports are
-- asked to forget the person.
CREATE FUNCTION forget_imported_name() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM people_import_row r
    WHERE r.organisation_id = OLD.organisation_id AND r.worker_id IS NULL
      AND folded(r.first_name || ' ' || r.last_name)
          IN (folded(OLD.first_name || ' ' || OLD.last_name), folded(OLD.last_name || ' ' || OLD.first_name));
    DELETE FROM import_column c
    WHERE c.organisation_id = OLD.organisation_id AND c.title IN (folded(OLD.first_name), folded(OLD.last_name));
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION forget_imported_name() FROM PUBLIC;
CREATE TRIGGER forget_imported_name AFTER UPDATE OF erased_at ON worker
    FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION forget_imported_name();
