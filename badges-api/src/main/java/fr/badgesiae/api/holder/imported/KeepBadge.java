package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Keeps a badge from elsewhere in the space. The same badge is kept once: the newer file takes the place of the other. */
public final class KeepBadge {
    /** Badges from elsewhere in one space. */
    public static final int MOST = 200;

    /** Bytes of their files: the copy of a space holds them all at once. */
    static final long MOST_BYTES = 64L << 20;

    private final Platform platform;

    public KeepBadge(Platform platform) {
        this.platform = platform;
    }

    /** What became of it. */
    public enum Result {
        KEPT,
        /** It took the place of an earlier file of the same badge. */
        REPLACED,
        /** The file that is there is newer, or was proven while this one was not; it stays. */
        OLDER,
        FULL,
        /** Its file is too much for what is left of the place. */
        HEAVY
    }

    /** @param badge that the space now has; of a full one the one that still waits */
    public record Outcome(Result result, UUID badge) {}

    /** @throws ProblemException NOT_FOUND where nothing waits under this id */
    public Outcome apply(HolderId holder, UUID id) {
        return platform.database().inHolder(holder, handle -> keep(handle, holder, id));
    }

    private Outcome keep(Handle handle, HolderId holder, UUID id) {
        ImportedDao dao = handle.attach(ImportedDao.class);
        dao.lock(holder.value());
        ImportedDao.SameRow brought = dao.pending(id, holder.value()).orElseThrow(ProblemException::notFound);
        Optional<ImportedDao.SameRow> same = dao.kept(holder.value(), brought.identity());
        Instant now = platform.clock().instant();
        if (same.isPresent() && !supersedes(brought, same.get())) {
            dao.remove(id, holder.value());
            return new Outcome(Result.OLDER, same.get().id());
        }
        if (same.isEmpty() && dao.count(holder.value()) >= MOST) {
            return new Outcome(Result.FULL, id);
        }
        UUID replaced = same.map(ImportedDao.SameRow::id).orElse(null);
        if (dao.bytes(holder.value(), id, replaced) > MOST_BYTES) {
            return new Outcome(Result.HEAVY, id);
        }
        same.ifPresent(earlier -> dao.remove(earlier.id(), holder.value()));
        dao.keep(id, holder.value(), same.map(ImportedDao.SameRow::createdAt).orElse(now), now);
        AuditCode code = same.isPresent() ? ImportedAudit.IMPORTED_BADGE_REPLACED : ImportedAudit.IMPORTED_BADGE_KEPT;
        platform.audit().record(handle, new AuditEvent(Actor.holder(holder), code, id));
        return new Outcome(same.isPresent() ? Result.REPLACED : Result.KEPT, id);
    }

    /** A later start of validity, or the same; a file without a verdict never takes the place of one with a verdict. */
    private static boolean supersedes(ImportedDao.SameRow brought, ImportedDao.SameRow earlier) {
        boolean worse = brought.checkedAt() == null && earlier.checkedAt() != null;
        Instant from = brought.validFrom();
        Instant before = earlier.validFrom();
        return !worse && (before == null || (from != null && !from.isBefore(before)));
    }
}
