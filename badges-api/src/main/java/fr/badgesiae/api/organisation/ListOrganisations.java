package fr.badgesiae.api.organisation;

import fr.badgesiae.api.organisation.pause.AskedLine;
import fr.badgesiae.api.organisation.pause.Pauses;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the organisations of a network by legal name. */
final class ListOrganisations {
    private static final int PAGE = 50;

    private final Database database;

    ListOrganisations(Database database) {
        this.database = database;
    }

    /**
     * @param more whether another page follows the last line
     * @param asked organisations whose pause was asked for and has not taken effect, the oldest request first
     */
    record Listed(List<NetworkOrganisation> lines, boolean more, List<AskedLine> asked) {}

    /**
     * @param words the beginning of a word of a name, or of a SIRET; empty for all
     * @param departement its code; empty for all
     * @param after the last line of the page before, or null
     */
    Listed apply(OrganisationId network, String words, String departement, @Nullable OrganisationId after) {
        UUID last = after == null ? null : after.value();
        return database.inOrganisation(network, handle -> {
            OrganisationDao dao = handle.attach(OrganisationDao.class);
            List<NetworkOrganisation> found = dao.ofNetwork(network.value(), words, departement, last, PAGE + 1);
            return new Listed(
                    found.stream().limit(PAGE).toList(), found.size() > PAGE, Pauses.waiting(handle, network));
        });
    }
}
