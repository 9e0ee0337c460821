package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.FrenchTime;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.UUID;

/** Records that the information notice was handed over today. A day already recorded stays. */
final class RecordNotice {
    private final Platform platform;

    RecordNotice(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException NOT_FOUND for a worker of another organisation */
    void apply(Principal by, PersonId person) {
        UUID id = person.value();
        UUID organisation = by.organisation().value();
        LocalDate today = FrenchTime.today(platform.clock());
        platform.database().inOrganisation(by.organisation(), handle -> {
            PersonDao dao = handle.attach(PersonDao.class);
            if (dao.find(id, organisation).isEmpty()) {
                throw ProblemException.notFound();
            }
            if (dao.noticeGiven(id, organisation, today) == 1) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(), Actor.account(by.account()), PersonAudit.NOTICE_GIVEN, id));
            }
            return true;
        });
    }
}
