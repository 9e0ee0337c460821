package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;

/** Marks a message as read, for one member. */
final class CloseMessage {
    private final Platform platform;

    CloseMessage(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException NOT_FOUND for a message that they may not read, or not any more */
    void apply(Principal by, MessageId id) {
        UUID organisation = by.organisation().value();
        UUID member = by.account().value();
        platform.database().inOrganisation(by.organisation(), handle -> {
            MessageDao dao = handle.attach(MessageDao.class);
            int rows = dao.read(
                    id.value(),
                    organisation,
                    member,
                    by.may(Permission.ORGANISATION),
                    by.zone().today(platform.clock()),
                    platform.clock().instant());
            if (rows == 0 && !dao.isRead(id.value(), organisation, member)) {
                throw ProblemException.notFound();
            }
            return rows;
        });
    }
}
