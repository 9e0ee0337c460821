package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Members as their own organisation's features may name them. */
public final class Members {
    private final Database database;

    public Members(Database database) {
        this.database = database;
    }

    /** Whether somebody who can still come in administers it. */
    public boolean administered(OrganisationId organisation) {
        return database.inOrganisation(
                organisation, handle -> handle.attach(MemberDao.class).administered(organisation.value()));
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
