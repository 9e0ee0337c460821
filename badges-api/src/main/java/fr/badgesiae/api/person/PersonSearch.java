package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.search.SearchPart;
import java.util.List;

/** People and groups in the search of the desk. */
final class PersonSearch {
    private static final String PEOPLE = """
            SELECT json_agg(found) FROM (
                SELECT w.id, w.first_name || ' ' || w.last_name AS name, w.kind AS detail
                FROM page_of_workers(:words, '', '', '00000000-0000-0000-0000-000000000000', :most) page
                JOIN worker w ON w.id = page.worker_id
                WHERE w.organisation_id = :organisation AND w.erased_at IS NULL
                ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), w.id) found
            """;

    /** An organisation has two hundred at most. */
    private static final String GROUPS = """
            SELECT json_agg(found) FROM (
                SELECT g.id, g.name, g.kind AS detail
                FROM people_group g
                WHERE g.organisation_id = :organisation AND g.archived_at IS NULL
                  AND strpos(g.folded_name, folded(:words)) > 0
                ORDER BY g.name COLLATE "fr-x-icu", g.id
                LIMIT :most) found
            """;

    private PersonSearch() {}

    static List<SearchPart> parts() {
        return List.of(
                new SearchPart(
                        10,
                        Permission.WORKER_NAMES,
                        "search.part.people",
                        PEOPLE,
                        "/app/workers/{id}",
                        "worker.kind.",
                        "/app/workers/search",
                        true),
                new SearchPart(
                        50,
                        Permission.WORKER_NAMES,
                        "search.part.groups",
                        GROUPS,
                        "/app/groups/{id}",
                        "worker.group.kind.",
                        "/app/groups",
                        false));
    }
}
