package fr.badgesiae.api.privacy;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Sets the day on which a person's contract ended, or removes it. */
public final class SetContractEnd {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private final Platform platform;
    private final People people;

    SetContractEnd(Platform platform, People people) {
        this.platform = platform;
        this.people = people;
    }

    /**
     * Writes the day unless it cannot be one.
     *
     * @param typed an ISO date, or empty for none
     * @return the error, by field {@code contractEndedOn}
     * @throws ProblemException NOT_FOUND for a worker of another organisation
     */
    public Errors apply(Principal by, PersonId person, String typed) {
        Optional<LocalDate> day = read(typed);
        boolean unreadable = !typed.isEmpty() && day.isEmpty();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            people.require(handle, by.organisation(), person);
            if (unreadable) {
                return Errors.of("contractEndedOn", "privacy.error.date");
            }
            int changed = handle.attach(RetentionDao.class)
                    .contractEnded(person.value(), by.organisation().value(), day.orElse(null));
            if (changed == 1) {
                Actor actor = Actor.account(by.account());
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(), actor, PrivacyAudit.CONTRACT_END_CHANGED, person.value()));
            }
            return Errors.none();
        });
    }

    private static Optional<LocalDate> read(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
