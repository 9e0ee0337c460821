package fr.badgesiae.api.privacy;

import fr.badgesiae.api.organisation.zone.Zones;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.EraseDeskFile;
import fr.badgesiae.api.privacy.erasure.Erased;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Announces and erases the desk files whose time is over, organisation by organisation, file by file. A run that would take
 * several files and more than a fifth of an organisation's erases none and waits for an administrator: a wrong date typed in an import
 * must not empty a structure.
 */
final class EraseDueFiles {
    private static final int BATCH = 100;

    private final Platform platform;
    private final EraseDeskFile erase;

    EraseDueFiles(Platform platform, EraseDeskFile erase) {
        this.platform = platform;
        this.erase = erase;
    }

    /** @return how many files were erased */
    int apply() {
        List<UUID> organisations = platform.database()
                .inPublic(handle -> handle.attach(RetentionDao.class).organisations());
        int erased = 0;
        for (UUID id : organisations) {
            OrganisationId organisation = new OrganisationId(id);
            Optional<FileLimits> run =
                    platform.database().inOrganisation(organisation, handle -> prepare(handle, organisation));
            erased += run.map(allowed -> erase(organisation, allowed)).orElse(0);
        }
        return erased;
    }

    /** Announces, and decides what may be erased now; empty for nothing. */
    private Optional<FileLimits> prepare(Handle handle, OrganisationId organisation) {
        FileLimits limits = FileLimits.of(Zones.of(handle, organisation).today(platform.clock()));
        RetentionDao dao = handle.attach(RetentionDao.class);
        UUID id = organisation.value();
        dao.withdraw(id, limits.announces());
        dao.announce(id, limits.announces(), limits.today());
        Optional<RetentionDao.RunRow> run = dao.run(id);
        if (run.isPresent() && run.get().confirmedAt() != null) {
            return Optional.of(limits.confirmed(run.get().dueOn()));
        }
        int files = dao.countDue(id, limits.from(), limits.announced());
        if (files == 0) {
            dao.withdrawQuestion(id);
            return Optional.empty();
        }
        int living = dao.living(id);
        if (!Retention.isLargePart(files, living)) {
            dao.withdrawQuestion(id);
            return Optional.of(limits);
        }
        if (run.isPresent() && !hasGrown(dao, id, run.get(), limits, files)) {
            dao.shrink(id, files, living);
        } else {
            ask(handle, organisation, limits.today(), files, living);
        }
        return Optional.empty();
    }

    /** Whether a file is due that the question does not stand for. */
    private static boolean hasGrown(
            RetentionDao dao, UUID organisation, RetentionDao.RunRow run, FileLimits today, int files) {
        FileLimits then = today.confirmed(run.dueOn());
        return files > run.files() || files > dao.countDue(organisation, then.from(), then.announced());
    }

    private void ask(Handle handle, OrganisationId organisation, LocalDate today, int files, int living) {
        RetentionDao dao = handle.attach(RetentionDao.class);
        Instant now = platform.clock().instant();
        UUID run = platform.ids().uuid();
        dao.replace(organisation.value(), now);
        if (dao.ask(run, organisation.value(), today, files, living, now) == 1) {
            platform.audit()
                    .record(handle, new AuditEvent(organisation, Actor.SYSTEM, PrivacyAudit.ERASURE_RUN_STOPPED, run));
        }
    }

    private int erase(OrganisationId organisation, FileLimits limits) {
        int erased = 0;
        List<UUID> batch = due(organisation, limits);
        while (!batch.isEmpty()) {
            int before = erased;
            for (UUID person : batch) {
                if (erase.apply(new DeskFile(organisation, person), stillDue(organisation, person, limits))
                        == Erased.ERASED) {
                    erased++;
                }
            }
            // Files of which a badge is being signed wait for the next run.
            batch = erased == before ? List.of() : due(organisation, limits);
        }
        Instant now = platform.clock().instant();
        platform.database()
                .inOrganisation(
                        organisation,
                        handle -> handle.attach(RetentionDao.class).done(organisation.value(), now));
        return erased;
    }

    /** Asked under the lock of the file: a hold or something new may have come since the batch was read. */
    private static Cause stillDue(OrganisationId organisation, UUID person, FileLimits limits) {
        return Cause.retention(handle -> handle.attach(RetentionDao.class)
                .isDue(person, organisation.value(), limits.from(), limits.announced()));
    }

    private List<UUID> due(OrganisationId organisation, FileLimits limits) {
        return platform.database()
                .inOrganisation(
                        organisation,
                        handle -> handle.attach(RetentionDao.class)
                                .due(organisation.value(), limits.from(), limits.announced(), BATCH));
    }
}
