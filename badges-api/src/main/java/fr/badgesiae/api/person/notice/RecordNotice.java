package fr.badgesiae.api.person.notice;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonAudit;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.sheet.InformationSheet;
import fr.badgesiae.api.person.sheet.InformationSheets;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Records that the information sheet was handed over, today or on a day before, in today's wording. A recorded day stays. */
public final class RecordNotice {
    private final Platform platform;
    private final People people = new People();
    private final Organisations organisations;
    private final InformationSheets sheets;

    public RecordNotice(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
        this.sheets = new InformationSheets(platform.ids(), platform.clock());
    }

    /**
     * Records the day unless it has errors.
     *
     * @param language of the sheet
     * @return the errors, by field {@code noticeDay} and {@code noticeOn}
     * @throws ProblemException NOT_FOUND for a worker of another organisation
     */
    public Errors apply(Principal by, PersonId person, NoticeDay typed, Locale language) {
        return apply(
                by,
                typed,
                handle -> {
                    if (people.find(handle, by.organisation(), person).isEmpty()) {
                        throw ProblemException.notFound();
                    }
                    return List.of(person.value());
                },
                language);
    }

    /** The same for many people. Those of another organisation are passed over. */
    public Errors apply(Principal by, Set<PersonId> chosen, NoticeDay typed, Locale language) {
        // in one order, so that two who record the same people wait for each other
        List<UUID> ordered = chosen.stream().map(PersonId::value).sorted().toList();
        return apply(by, typed, handle -> ordered, language);
    }

    private Errors apply(Principal by, NoticeDay typed, Function<Handle, List<UUID>> whom, Locale language) {
        LocalDate today = by.zone().today(platform.clock());
        Errors errors = typed.errors(today);
        Optional<LocalDate> day = typed.read(today);
        return platform.database().inOrganisation(by.organisation(), handle -> {
            List<UUID> given = whom.apply(handle);
            if (errors.isEmpty()) {
                day.ifPresent(date -> give(handle, by, given, date, language));
            }
            return errors;
        });
    }

    private void give(Handle handle, Principal by, List<UUID> given, LocalDate day, Locale language) {
        InformationSheet sheet = InformationSheet.of(
                platform.pages().messages(),
                language,
                organisations.find(handle, by.organisation()).orElseThrow(ProblemException::notFound));
        Actor actor = Actor.account(by.account());
        for (UUID person : given) {
            if (sheets.give(handle, by.organisation(), person, day, sheet)) {
                platform.audit()
                        .record(handle, new AuditEvent(by.organisation(), actor, PersonAudit.NOTICE_GIVEN, person));
            }
        }
    }
}
