package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.time.LocalDate;
import java.util.List;

/** Lists the ceremonies of an organisation, the next ones first. */
public final class ListCeremonies {
    private static final int MOST = 200;

    private final Platform platform;

    ListCeremonies(Platform platform) {
        this.platform = platform;
    }

    /** Those to come, the next first, and those of the last weeks, the latest first. */
    public record Found(List<Ceremony> toCome, List<Ceremony> past) {}

    public Found apply(Principal by) {
        LocalDate today = by.zone().today(platform.clock());
        List<Ceremony> all = platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle
                                .attach(CeremonyDao.class)
                                .list(by.organisation().value(), today, MOST)
                                .stream()
                                .map(Ceremonies::read)
                                .toList());
        return new Found(
                all.stream().filter(one -> !one.heldOn().isBefore(today)).toList(),
                all.stream().filter(one -> one.heldOn().isBefore(today)).toList());
    }
}
