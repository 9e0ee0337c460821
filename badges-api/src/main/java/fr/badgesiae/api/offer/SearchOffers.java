package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;

/** Searches offers by part of the name of their worker or of their badge, newest first. Only the first matches are read. */
public final class SearchOffers {
    private static final int PEOPLE = 500;

    private final Database database;
    private final Clock clock;

    SearchOffers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param words not empty */
    public ListOffers.Found apply(OrganisationId organisation, String words) {
        return database.inOrganisation(organisation, handle -> {
            OfferDao dao = handle.attach(OfferDao.class);
            return ListOffers.found(
                    dao.named(organisation.value(), words, PEOPLE, ListOffers.PAGE + 1),
                    ListOffers.PAGE,
                    dao.badges(organisation.value()),
                    clock.instant());
        });
    }
}
