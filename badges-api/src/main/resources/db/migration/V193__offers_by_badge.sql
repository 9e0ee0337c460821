-- The list of offers by the name of the badge, in both directions. The words of a version never change, so an offer repeats the
-- name: an index over two tables is not possible.
ALTER TABLE offer ADD COLUMN badge_name text;
UPDATE offer o SET badge_name = v.content ->> 'name' FROM achievement_version v WHERE v.id = o.achievement_version_id;
ALTER TABLE offer ALTER COLUMN badge_name SET NOT NULL;

CREATE FUNCTION badge_name_of_offer() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    SELECT v.content ->> 'name' INTO NEW.badge_name FROM achievement_version v WHERE v.id = NEW.achievement_version_id;
    RETURN NEW;
END
$$;
CREATE TRIGGER badge_name_of_offer BEFORE INSERT OR UPDATE OF achievement_version_id ON offer
    FOR EACH ROW EXECUTE FUNCTION badge_name_of_offer();

CREATE INDEX offer_by_badge ON offer (organisation_id, badge_name COLLATE "fr-x-icu", id);
