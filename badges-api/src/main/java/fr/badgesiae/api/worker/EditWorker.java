package fr.badgesiae.api.worker;

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
final class EditWorker {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Platform platform;

    EditWorker(Platform platform) {
        this.platform = platform;
    }

    WorkerId create(Principal by, WorkerForm names) {
        UUID id = platform.ids().uuid();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            handle.attach(WorkerDao.class)
                    .insert(
                            id,
                            by.organisation().value(),
                            names.firstName(),
                            names.lastName(),
                            platform.ids().uuid(),
                            platform.clock().instant());
            platform.audit().record(handle, event(by, AuditCode.WORKER_CREATED, id));
            return new WorkerId(id);
        });
    }

    /**
     * Corrects the names at the desk; badges already signed keep theirs.
     *
     * @param revision the one that was read
     * @return false when somebody saved since: nothing was changed
     */
    boolean rename(Principal by, WorkerId worker, int revision, WorkerForm names) {
        UUID organisation = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            WorkerDao dao = handle.attach(WorkerDao.class);
            Instant now = platform.clock().instant();
            if (dao.rename(worker.value(), organisation, revision, names.firstName(), names.lastName(), now) != 1) {
                return false;
            }
            platform.audit().record(handle, event(by, AuditCode.WORKER_CHANGED, worker.value()));
            return true;
        });
    }

    /** Records that the notice was handed over today; the first day stays. */
    void noticeGiven(Principal by, WorkerId worker) {
        LocalDate today = LocalDate.ofInstant(platform.clock().instant(), FRANCE);
        platform.database().inOrganisation(by.organisation(), handle -> {
            WorkerDao dao = handle.attach(WorkerDao.class);
            if (dao.find(worker.value(), by.organisation().value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            if (dao.noticeGiven(worker.value(), by.organisation().value(), today) == 1) {
                platform.audit().record(handle, event(by, AuditCode.NOTICE_GIVEN, worker.value()));
            }
            return null;
        });
    }

    private static AuditEvent event(Principal by, AuditCode code, UUID worker) {
        return new AuditEvent(by.organisation(), Actor.account(by.account()), code, worker);
    }
}
