package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;

/** Lists the organisations that an account works for, the last one opened first. */
final class ListPlaces {
    private final Database database;

    ListPlaces(Database database) {
        this.database = database;
    }

    List<Place> apply(Principal member) {
        return database.inOrganisation(
                member.organisation(),
                handle ->
                        handle.attach(AccountDao.class).places(member.account().value()));
    }
}
