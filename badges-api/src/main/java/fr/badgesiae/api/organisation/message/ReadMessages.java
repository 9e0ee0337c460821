package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.List;

/** Reads the messages of the network that a member has not marked as read. */
final class ReadMessages {
    private static final int MOST = 50;

    private final Platform platform;

    ReadMessages(Platform platform) {
        this.platform = platform;
    }

    List<NetworkMessage> apply(Principal by) {
        return platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle
                                .attach(MessageDao.class)
                                .unread(
                                        by.organisation().value(),
                                        by.account().value(),
                                        by.may(Permission.ORGANISATION),
                                        by.zone().today(platform.clock()),
                                        MOST)
                                .stream()
                                .map(MessageDao.MessageRow::message)
                                .toList());
    }
}
