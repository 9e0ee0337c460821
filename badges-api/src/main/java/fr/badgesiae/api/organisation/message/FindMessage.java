package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Finds a message of a network. */
final class FindMessage {
    private final Database database;

    FindMessage(Database database) {
        this.database = database;
    }

    /** @throws ProblemException NOT_FOUND for a message of another network */
    NetworkMessage apply(OrganisationId network, MessageId id) {
        return database.inOrganisation(
                network,
                handle -> handle.attach(MessageDao.class)
                        .find(id.value(), network.value())
                        .orElseThrow(ProblemException::notFound)
                        .message());
    }
}
