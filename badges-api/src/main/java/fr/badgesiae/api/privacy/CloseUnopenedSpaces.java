package fr.badgesiae.api.privacy;

import fr.badgesiae.api.holder.contact.ContactNotices;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.EraseSpace;
import fr.badgesiae.api.privacy.erasure.Erased;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announces the closing of spaces that nobody opened for years, and erases them a month later. Opening one ends both. A run
 * that would take several spaces and more than a fifth of all erases none and waits for the operator: a clock that is wrong by years
 * must not empty the installation.
 */
final class CloseUnopenedSpaces {
    private static final Logger LOG = LoggerFactory.getLogger(CloseUnopenedSpaces.class);
    private static final int BATCH = 100;

    private final Platform platform;
    private final EraseSpace erase;
    private final ContactNotices notices;

    CloseUnopenedSpaces(Platform platform, EraseSpace erase, ContactNotices notices) {
        this.platform = platform;
        this.erase = erase;
        this.notices = notices;
    }

    /** @return how many spaces were erased */
    int apply() {
        ClosingLimits limits = ClosingLimits.of(FrenchZone.PARIS.today(platform.clock()));
        return platform.database()
                .inPublic(handle -> prepare(handle, limits))
                .map(this::erase)
                .orElse(0);
    }

    /** Announces, and decides what may be erased now; empty for nothing. */
    private Optional<ClosingLimits> prepare(Handle handle, ClosingLimits limits) {
        ClosingDao dao = handle.attach(ClosingDao.class);
        notices.closing(handle, dao.announceClosings(limits.announces(), limits.today()), Retention.NOTICE_DAYS);
        Optional<ClosingDao.RunRow> run = dao.run();
        if (run.isPresent() && run.get().confirmedAt() != null) {
            return Optional.of(limits.confirmed(run.get().dueOn()));
        }
        int spaces = dao.countUnopened(limits.before(), limits.announced());
        int living = dao.living();
        if (Retention.isLargePart(spaces, living)) {
            if (run.isPresent() && !hasGrown(dao, run.get(), limits, spaces)) {
                dao.shrink(spaces, living);
            } else {
                ask(handle, limits.today(), spaces, living);
            }
            warn(spaces, living);
            return Optional.empty();
        }
        dao.withdrawQuestion();
        return spaces == 0 ? Optional.empty() : Optional.of(limits);
    }

    /** Whether a space is due that the question does not stand for. */
    private static boolean hasGrown(ClosingDao dao, ClosingDao.RunRow run, ClosingLimits today, int spaces) {
        ClosingLimits then = today.confirmed(run.dueOn());
        return spaces > run.spaces() || spaces > dao.countUnopened(then.before(), then.announced());
    }

    private void ask(Handle handle, LocalDate today, int spaces, int living) {
        ClosingDao dao = handle.attach(ClosingDao.class);
        Instant now = platform.clock().instant();
        UUID run = platform.ids().uuid();
        dao.replace(now);
        if (dao.ask(run, today, spaces, living, now) == 1) {
            platform.audit().record(handle, new AuditEvent(Actor.SYSTEM, PrivacyAudit.CLOSING_RUN_STOPPED, run));
        }
    }

    private static void warn(int spaces, int living) {
        LOG.warn(
                "{} of {} spaces are due to be closed; none was. Look at the clock, then at the commands \"erasures due\" and"
                        + " \"erasures confirm\"",
                spaces,
                living);
    }

    private int erase(ClosingLimits limits) {
        int erased = 0;
        List<UUID> batch = unopened(limits);
        while (!batch.isEmpty()) {
            int before = erased;
            for (UUID holder : batch) {
                if (erase.apply(new HolderId(holder), stillUnopened(holder, limits)) == Erased.ERASED) {
                    erased++;
                }
            }
            batch = erased == before ? List.of() : unopened(limits);
        }
        platform.database()
                .inPublic(handle ->
                        handle.attach(ClosingDao.class).done(platform.clock().instant()));
        return erased;
    }

    /** Asked under the lock of the space: its holder may have opened it since the batch was read. */
    private static Cause stillUnopened(UUID holder, ClosingLimits limits) {
        return Cause.retention(
                handle -> handle.attach(ClosingDao.class).isUnopened(holder, limits.before(), limits.announced()));
    }

    private List<UUID> unopened(ClosingLimits limits) {
        return platform.database()
                .inPublic(
                        handle -> handle.attach(ClosingDao.class).unopened(limits.before(), limits.announced(), BATCH));
    }
}
