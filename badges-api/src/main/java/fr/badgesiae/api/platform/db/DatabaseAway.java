package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.StartRefused;

/** The database does not answer now; it may later. A command gives up; a service may wait. */
public final class DatabaseAway extends StartRefused {
    private static final long serialVersionUID = 1L;

    DatabaseAway(String french, String english, Throwable cause) {
        super(french, english, cause);
    }
}
