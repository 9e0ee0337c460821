package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.Optional;

/** Finds the ceremony of today that was touched last: there a member goes on once they have their device back. */
public final class FindCeremonyOfToday {
    private final Platform platform;

    FindCeremonyOfToday(Platform platform) {
        this.platform = platform;
    }

    /** The ceremony; empty on other days. */
    public Optional<CeremonyId> apply(Principal by) {
        return platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(CeremonyDao.class)
                                .ofToday(by.organisation().value(), by.zone().today(platform.clock()))
                                .map(CeremonyId::new));
    }
}
