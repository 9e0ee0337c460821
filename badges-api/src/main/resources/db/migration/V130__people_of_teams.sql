-- Whether a person is in a site or team of this member that is not archived. Null: a member of whom all people are.
CREATE FUNCTION is_assigned(p_member uuid, p_worker uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p_member IS NULL OR EXISTS (
        SELECT FROM team_assignment a
        JOIN people_group g ON g.id = a.group_id AND g.organisation_id = a.organisation_id AND g.archived_at IS NULL
        JOIN group_member m ON m.group_id = a.group_id AND m.organisation_id = a.organisation_id
        WHERE a.account_id = p_member AND a.organisation_id = app_organisation() AND m.worker_id = p_worker)
$$;

-- page_of_group among the people of a member, or of all where it is null. Teams are small: their names are read in their order.
CREATE FUNCTION page_of_teams(
    p_member uuid, p_group uuid, p_words text, p_after_last text, p_after_first text, p_after_id uuid, p_most integer)
    RETURNS TABLE (worker_id uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    here uuid := app_organisation();
    letters text := folded(p_words);
BEGIN
    IF p_member IS NULL THEN
        RETURN QUERY
        SELECT page.worker_id
        FROM page_of_group(p_group, p_words, p_after_last, p_after_first, p_after_id, p_most) page;
    ELSE
        RETURN QUERY
        SELECT w.id FROM worker w
        WHERE w.organisation_id = here AND w.erased_at IS NULL AND strpos(w.folded_name, letters) > 0
          AND w.id IN (
              SELECT m.worker_id FROM team_assignment a
              JOIN people_group g ON g.id = a.group_id AND g.organisation_id = a.organisation_id AND g.archived_at IS NULL
              JOIN group_member m ON m.group_id = a.group_id AND m.organisation_id = a.organisation_id
              WHERE a.account_id = p_member AND a.organisation_id = here AND (p_group IS NULL OR a.group_id = p_group))
          AND (lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id)
            > (lower(p_after_last COLLATE "fr-x-icu"), lower(p_after_first COLLATE "fr-x-icu"), p_after_id)
        ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id
        LIMIT p_most;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION is_assigned(uuid, uuid),
    page_of_teams(uuid, uuid, text, text, text, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_assigned(uuid, uuid),
    page_of_teams(uuid, uuid, text, text, text, uuid, integer) TO badges_app;
