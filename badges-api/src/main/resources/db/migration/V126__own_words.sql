-- What a person says they can do, in their own words. They alone write it; an organisation that has their file reads it. Two rows of
-- one holder come from spaces that were joined: the newer one counts.
CREATE TABLE own_words (
    id         uuid PRIMARY KEY,
    holder_id  uuid NOT NULL,
    words      text NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT own_words_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder (id) ON DELETE CASCADE
);
CREATE INDEX own_words_holder_id ON own_words (holder_id);
ALTER TABLE own_words ENABLE ROW LEVEL SECURITY;
-- While a reopened space shows the badges of one organisation, nobody reads or changes the words in it: somebody else may have reopened it.
CREATE POLICY self ON own_words
    USING (holder_id = (SELECT app_holder()) AND (SELECT limited_organisation()) IS NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON own_words TO badges_app;
CREATE TRIGGER space_is_there BEFORE INSERT ON own_words FOR EACH ROW EXECUTE FUNCTION space_is_there();

-- The words of a worker of the current organisation; null without any.
CREATE FUNCTION own_words_of_worker(p_worker uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.words FROM worker w JOIN own_words s ON s.holder_id = w.holder_id
    WHERE w.id = p_worker AND w.organisation_id = app_organisation() AND w.erased_at IS NULL
    ORDER BY s.updated_at DESC, s.id LIMIT 1
$$;
REVOKE ALL ON FUNCTION own_words_of_worker(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_words_of_worker(uuid) TO badges_app;

-- The organisations that have a file of the holder of the transaction: they read the words.
CREATE FUNCTION organisations_of_holder() RETURNS TABLE (public_name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT DISTINCT o.public_name
    FROM worker w JOIN organisation o ON o.id = w.organisation_id
    WHERE w.holder_id = app_holder() AND w.erased_at IS NULL
      AND w.organisation_id = coalesce(limited_organisation(), w.organisation_id)
    ORDER BY o.public_name
$$;
REVOKE ALL ON FUNCTION organisations_of_holder() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organisations_of_holder() TO badges_app;

-- As before, with the new table.
CREATE OR REPLACE FUNCTION tables_of_space() RETURNS TABLE (name text, moves boolean)
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
    VALUES ('acceptance', true), ('access_reopening', true), ('award', true), ('credential', true), ('credential_document', true),
           ('holder_access', true), ('holder_contact', false), ('holder_visit', true), ('imported_badge', true),
           ('openid_offer', true), ('outbox', false), ('own_words', true), ('passkey', false), ('passkey_challenge', false),
           ('passkey_owner', false), ('public_badge', true), ('session', false), ('share_link', true), ('share_link_badge', true),
           ('wallet_document', true), ('wallet_offer', true), ('worker', true)
$$;
