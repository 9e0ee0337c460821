package fr.badgesiae.api.observation.client.open;

import fr.badgesiae.api.observation.content.ClientCodes;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.FrenchZone;
import java.time.Clock;
import java.util.List;

/**
 * A code as a client reads it.
 *
 * @param person first name and initial: nothing else of the person
 * @param organisation its public name
 * @param language of the tasks
 * @param open whether it takes an answer now
 */
public record OpenCode(
        String person, String organisation, String badge, String language, List<String> tasks, boolean open) {
    static OpenCode of(OpenCodeDao.CodeRow row, Clock clock) {
        boolean over = FrenchZone.of(row.timeZone()).today(clock).isAfter(row.endsOn());
        return new OpenCode(
                Person.shortName(row.firstName(), row.lastName()),
                row.organisation(),
                row.badge(),
                row.language(),
                row.tasks(),
                !row.ended() && !over && row.answers() < ClientCodes.MOST_ANSWERS);
    }
}
