package fr.badgesiae.api.privacy;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalExport;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;
import java.util.function.Supplier;

/** Exports everything that the organisation has about a person, the PASS IAE number included; an audit line names who did. */
final class ExportFile {
    private final Platform platform;
    private final People people;
    private final Supplier<List<PersonalData>> parts;

    ExportFile(Platform platform, People people, Supplier<List<PersonalData>> parts) {
        this.platform = platform;
        this.people = people;
        this.parts = parts;
    }

    /** @throws ProblemException NOT_FOUND for a worker of another organisation */
    PersonalExport apply(Principal by, PersonId person) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            people.require(handle, by.organisation(), person);
            PersonalExport export = new PersonalExport();
            DeskFile file = new DeskFile(by.organisation(), person.value());
            parts.get().forEach(part -> part.exportFile(handle, file, export));
            Actor actor = Actor.account(by.account());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(by.organisation(), actor, PrivacyAudit.DESK_FILE_EXPORTED, person.value()));
            return export;
        });
    }
}
