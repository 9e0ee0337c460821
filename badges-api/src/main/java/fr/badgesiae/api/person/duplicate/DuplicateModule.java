package fr.badgesiae.api.person.duplicate;

import fr.badgesiae.api.person.PersonModule;
import fr.badgesiae.api.person.content.OpenPathways;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.todo.Todo;
import java.util.List;
import java.util.function.Supplier;

/** Wires duplicates into the feature, whose other rooms do not know them. */
public final class DuplicateModule {
    private DuplicateModule() {}

    /**
     * Adds the pages; before the first request.
     *
     * @param tables of all features, read at each merge
     */
    public static void addTo(
            PersonModule person, Platform platform, OpenPathways pathways, Supplier<List<MergedTable>> tables) {
        person.add(List.of(new DuplicatePages(platform, pathways, tables)), List.of(DuplicateAudit.values()));
        person.todo(new Todo(
                Todo.Urgency.SOON,
                40,
                Permission.AWARD,
                "worker.todo.duplicates",
                "/app/people/duplicates",
                DuplicateDao.COUNT));
    }
}
