package fr.badgesiae.api.lists;

import fr.badgesiae.api.credential.ListCredentials;
import fr.badgesiae.api.offer.ListOffers;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import java.util.List;

/** Lists of people, offers and badges as files and on paper. */
public final class ListsModule implements Feature {
    /** Rows of a file that are read in one transaction. */
    private static final int AT_ONCE = 500;

    private final List<Object> resources;

    public ListsModule(Platform platform, People people) {
        this.resources = List.of(
                new PeopleFilePages(platform, people),
                new BadgeFilePages(platform, new ListCredentials(platform.database(), platform.clock(), AT_ONCE)),
                new OfferFilePages(platform, new ListOffers(platform.database(), platform.clock(), AT_ONCE)));
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(ListAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
