package fr.badgesiae.api.reopening;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the reopenings of an organisation for its administrators, newest first. */
final class ListReopenings {
    private static final int PAGE = 50;

    private final Database database;

    ListReopenings(Database database) {
        this.database = database;
    }

    /**
     * A page of them.
     *
     * @param more whether there are older ones
     */
    record Listed(List<ReopeningDao.LineRow> lines, boolean more) {}

    /** @param before the last line of the page before, or null */
    Listed apply(OrganisationId organisation, @Nullable ReopeningId before) {
        List<ReopeningDao.LineRow> rows = database.inOrganisation(
                organisation,
                handle -> handle.attach(ReopeningDao.class)
                        .page(organisation.value(), before == null ? null : before.value(), PAGE + 1));
        boolean more = rows.size() > PAGE;
        return new Listed(more ? rows.subList(0, PAGE) : rows, more);
    }
}
