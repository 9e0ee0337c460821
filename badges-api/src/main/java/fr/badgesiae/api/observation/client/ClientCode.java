package fr.badgesiae.api.observation.client;

import fr.badgesiae.api.observation.content.ClientCodeId;
import fr.badgesiae.api.observation.content.ClientCodes;
import fr.badgesiae.api.observation.content.ClientReport;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code for the clients of one person.
 *
 * @param badge the name of the badge now
 * @param tasks that clients are asked about
 * @param endsOn the last day
 * @param open whether it takes an answer now
 * @param answers those that were kept
 * @param report what a client reported last, or null
 */
public record ClientCode(
        ClientCodeId id,
        PersonId person,
        String personName,
        String badge,
        List<String> tasks,
        LocalDate endsOn,
        boolean open,
        int answers,
        @Nullable ClientReport report) {
    static ClientCode of(ClientCodeDao.CodeRow row, LocalDate today) {
        return new ClientCode(
                new ClientCodeId(row.id()),
                new PersonId(row.workerId()),
                Person.fullName(row.firstName(), row.lastName()),
                row.badge(),
                row.tasks(),
                row.endsOn(),
                !row.ended() && row.answers() < ClientCodes.MOST_ANSWERS && !today.isAfter(row.endsOn()),
                row.answers(),
                row.report());
    }

    public String path() {
        return "/app/clients/" + id;
    }
}
