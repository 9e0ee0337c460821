package fr.badgesiae.api.observation;

import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.List;

/** Lists people to choose from: by words of their names; without words, whom the member observed last. */
public final class ListPeopleToSee {
    private static final int MOST = 30;

    private final Platform platform;

    ListPeopleToSee(Platform platform) {
        this.platform = platform;
    }

    /** @param more whether a search finds more than these */
    public record Found(List<PersonToSee> people, boolean more) {}

    public Found apply(Principal by, String words) {
        Reach reach = Reach.of(by);
        return platform.database().inOrganisation(by.organisation(), handle -> {
            ObservationDao dao = handle.attach(ObservationDao.class);
            List<ObservationDao.PersonRow> rows = words.isEmpty()
                    ? dao.latest(reach.here(), by.account().value(), reach.member(), MOST)
                    : dao.named(reach.here(), reach.member(), words, MOST + 1);
            return new Found(rows.stream().limit(MOST).map(PersonToSee::read).toList(), rows.size() > MOST);
        });
    }
}
