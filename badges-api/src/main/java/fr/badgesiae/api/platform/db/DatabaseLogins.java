package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.StartRefused;
import java.util.Optional;

/**
 * The roles that connect to one database.
 *
 * @param owner owns the tables and migrates them; empty where this process does not migrate
 * @param service runs the service; owns nothing, unless there is a single role
 * @param singleRole whether one role does both; row-level security does not bind it
 */
public record DatabaseLogins(Optional<DatabaseAddress> owner, DatabaseAddress service, boolean singleRole) {

    /** One role for both. */
    public static DatabaseLogins single(DatabaseAddress role) {
        return new DatabaseLogins(Optional.of(role), role, true);
    }

    /** Migrations as the owner where it is known, else read-only. */
    public Migrations migrations() {
        DatabaseAddress address = owner.orElse(service);
        return singleRole ? Migrations.ofSingleRole(address) : new Migrations(address);
    }

    /**
     * Checks that row-level security binds the service's role, unless there is a single role.
     *
     * @throws StartRefused when it does not, or the role may not use the tables
     */
    public void requireBound() {
        if (!singleRole) {
            ServiceRole.require(service);
        }
    }
}
