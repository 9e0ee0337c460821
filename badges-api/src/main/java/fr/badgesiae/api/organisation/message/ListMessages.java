package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;

/** Lists the messages of a network, the latest first. */
final class ListMessages {
    private static final int MOST = 100;

    private final Database database;

    ListMessages(Database database) {
        this.database = database;
    }

    List<NetworkMessage> apply(OrganisationId network) {
        return database.inOrganisation(
                network,
                handle -> handle.attach(MessageDao.class).ofNetwork(network.value(), MOST).stream()
                        .map(MessageDao.MessageRow::message)
                        .toList());
    }
}
