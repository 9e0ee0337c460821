package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.Platform;

/** Deletes contacts whose code nobody typed within a day. */
final class ForgetContacts {
    private final Platform platform;

    ForgetContacts(Platform platform) {
        this.platform = platform;
    }

    void apply() {
        platform.database()
                .inPublic(handle ->
                        handle.attach(ContactDao.class).forget(platform.clock().instant()));
    }
}
