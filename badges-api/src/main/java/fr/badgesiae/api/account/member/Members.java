package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Members as their own organisation's features may name them. */
public final class Members {
    private final Database database;

    public Members(Database database) {
        this.database = database;
    }

    /** Whether it has an active administrator; in a transaction on behalf of that organisation. */
    public boolean administered(Handle handle, OrganisationId organisation) {
        return handle.attach(MemberDao.class).administered(organisation.value());
    }

    /** The name of a member, deactivated ones included. */
    public Optional<String> name(OrganisationId organisation, AccountId account) {
        return database.inOrganisation(
                organisation,
                handle -> handle.attach(MemberDao.class)
                        .find(organisation.value(), account.value())
                        .map(MemberRow::displayName));
    }
}
