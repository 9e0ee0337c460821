package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Creates workers, corrects their names, records that the information notice was handed over. */
final class EditPerson {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Platform platform;

    EditPerson(Platform platform) {
        this.platform = platform;
    }

    PersonId create(Principal by, PersonForm names) {
        UUID id = platform.ids().uuid();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            handle.attach(PersonDao.class)
                    .insert(
                            id,
                            by.organisation().value(),
                            names.firstName(),
                            names.lastName(),
                            platform.ids().uuid(),
                            platform.clock().instant());
            platform.audit().record(handle, event(by, PersonAudit.WORKER_CREATED, id));
            return new PersonId(id);
        });
    }

    /**
     * Corrects the names at the desk; badges already signed keep theirs.
     *
     * @param revision the one that was read
     * @return false when somebody saved since: nothing was changed
     */
    boolean rename(Principal by, PersonId person, int revision, PersonForm names) {
        UUID organisation = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            PersonDao dao = handle.attach(PersonDao.class);
            Instant now = platform.clock().instant();
            if (dao.rename(person.value(), organisation, revision, names.firstName(), names.lastName(), now) != 1) {
                return false;
            }
            platform.audit().record(handle, event(by, PersonAudit.WORKER_CHANGED, person.value()));
            return true;
        });
    }

    /** Records that the notice was handed over today; the first day stays. */
    void noticeGiven(Principal by, PersonId person) {
        LocalDate today = LocalDate.ofInstant(platform.clock().instant(), FRANCE);
        platform.database().inOrganisation(by.organisation(), handle -> {
            PersonDao dao = handle.attach(PersonDao.class);
            if (dao.find(person.value(), by.organisation().value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            if (dao.noticeGiven(person.value(), by.organisation().value(), today) == 1) {
                platform.audit().record(handle, event(by, PersonAudit.NOTICE_GIVEN, person.value()));
            }
            return null;
        });
    }

    private static AuditEvent event(Principal by, AuditCode code, UUID person) {
        return new AuditEvent(by.organisation(), Actor.account(by.account()), code, person);
    }
}
