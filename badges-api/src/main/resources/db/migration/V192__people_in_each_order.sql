-- The list of people in each order, in both directions. Names are compared without case, so that a name in capitals stands
-- among its like. A comparison serves as a condition of the index under the policies only where it cannot leak: a column and
-- CASE cannot; a function and COALESCE may.
CREATE COLLATION fr_names (provider = icu, locale = 'fr-u-ks-level2', deterministic = false);
CREATE INDEX worker_sorted_by_name
    ON worker (organisation_id, last_name COLLATE fr_names, first_name COLLATE fr_names, id) WHERE erased_at IS NULL;
CREATE INDEX worker_sorted_by_notice
    ON worker (organisation_id, (CASE WHEN notice_given_on IS NULL THEN date 'infinity' ELSE notice_given_on END), id)
    WHERE erased_at IS NULL;
CREATE INDEX worker_sorted_by_creation ON worker (organisation_id, created_at, id) WHERE erased_at IS NULL;
