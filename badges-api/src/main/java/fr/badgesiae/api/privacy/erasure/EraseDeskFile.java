package fr.badgesiae.api.privacy.erasure;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.personal.DeskFile;
import fr.badgesiae.api.platform.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Erases what one organisation has about one person. Accepted badges stay in the holder's space, which is the person's own;
 * a space that nobody can open goes too.
 */
public final class EraseDeskFile {
    private final Platform platform;
    private final Supplier<List<PersonalData>> parts;
    private final EraseSpace space;

    /** @param parts of all features, in dependency order */
    public EraseDeskFile(Platform platform, Supplier<List<PersonalData>> parts, EraseSpace space) {
        this.platform = platform;
        this.parts = parts;
        this.space = space;
    }

    public Erased apply(DeskFile file, Cause cause) {
        UUID organisation = file.organisation().value();
        List<UUID> holders = platform.database()
                .inOrganisation(
                        file.organisation(),
                        handle -> handle.attach(ErasureDao.class).holdersOf(file.person(), organisation));
        Erased erased = platform.database().inOrganisation(file.organisation(), handle -> erase(handle, file, cause));
        if (erased == Erased.ERASED) {
            holders.forEach(holder -> space.apply(
                    new HolderId(holder),
                    cause.forSpace(handle -> handle.attach(ErasureDao.class).unreachable(holder, organisation))));
        }
        return erased;
    }

    private Erased erase(Handle handle, DeskFile file, Cause cause) {
        Instant now = platform.clock().instant();
        UUID erasure = platform.ids().uuid();
        UUID organisation = file.organisation().value();
        ErasureDao dao = handle.attach(ErasureDao.class);
        Optional<Boolean> held = dao.lockFile(file.person(), organisation);
        if (held.isEmpty()) {
            return Erased.GONE;
        }
        if (held.get() && !cause.endsHolds()) {
            return Erased.HELD;
        }
        if (!cause.isStillTrue(handle)) {
            return Erased.KEPT;
        }
        if (dao.signsForFile(file.person(), organisation)) {
            return Erased.BUSY;
        }
        dao.record(erasure, ErasureKind.DESK_FILE, cause.reason(), organisation, file.person(), null, now);
        // A copy from before a merge has both files: the list of erasures names both.
        dao.mergedInto(file.person(), organisation)
                .forEach(before -> dao.record(
                        platform.ids().uuid(), ErasureKind.DESK_FILE, cause.reason(), organisation, before, null, now));
        parts.get().forEach(part -> part.eraseFile(handle, file, erasure, now));
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(file.organisation(), cause.by(), ErasureAudit.DESK_FILE_ERASED, file.person()));
        return Erased.ERASED;
    }
}
