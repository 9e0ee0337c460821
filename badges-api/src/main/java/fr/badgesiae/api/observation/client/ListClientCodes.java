package fr.badgesiae.api.observation.client;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the codes of one person, or those that clients reported. */
final class ListClientCodes {
    /** One person has few; older ones are in no list. */
    static final int MOST = 50;

    private final Platform platform;

    ListClientCodes(Platform platform) {
        this.platform = platform;
    }

    /** @param person null for the reported ones of everybody */
    List<ClientCode> apply(Principal by, @Nullable PersonId person) {
        UUID organisation = by.organisation().value();
        UUID member = Reach.of(by).member();
        LocalDate today = by.zone().today(platform.clock());
        return platform
                .database()
                .inOrganisation(by.organisation(), handle -> {
                    ClientCodeDao dao = handle.attach(ClientCodeDao.class);
                    return person == null
                            ? dao.reported(
                                    organisation, member, platform.clock().instant(), MOST)
                            : dao.ofPerson(person.value(), organisation, member, MOST);
                })
                .stream()
                .map(row -> ClientCode.of(row, today))
                .toList();
    }
}
