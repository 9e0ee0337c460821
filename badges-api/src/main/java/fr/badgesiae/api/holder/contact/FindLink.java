package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.util.Optional;

/** The address that a link of a mail would confirm. Looking confirms nothing: mail servers follow links. */
final class FindLink {
    private final Platform platform;
    private final SealAddress seal;
    private final ContactSecrets secrets;

    FindLink(Platform platform, SealAddress seal, ContactSecrets secrets) {
        this.platform = platform;
        this.seal = seal;
        this.secrets = secrets;
    }

    /** @return the masked address; empty for a link that is over or never was */
    Optional<String> apply(String link) {
        byte[] hash = secrets.link(link);
        Optional<ContactDao.LocationRow> found = platform.database()
                .look(handle -> handle.attach(ContactDao.class).locate(hash));
        return found.flatMap(location -> platform.database()
                .inHolder(
                        new HolderId(location.holderId()),
                        handle -> handle.attach(ContactDao.class)
                                .ofLink(
                                        location.contactId(),
                                        location.holderId(),
                                        hash,
                                        platform.clock().instant()))
                .map(row -> seal.masked(row.sealed())));
    }
}
