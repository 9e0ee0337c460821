-- The published badges of an organisation, newest version first. Without this index a kept plan scanned the versions of all
-- organisations to show a page of offers.
CREATE INDEX achievement_version_of_organisation ON achievement_version (organisation_id, achievement_id, version DESC);
