package fr.badgesiae.api.privacy.erasure;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Closes and erases a holder's space: badges, links, ways in, visits. Status-list indexes and digests stay. Holders may at any
 * time; a desk file that a dispute needs then keeps what it knew of their badges.
 */
public final class EraseSpace {
    private final Platform platform;
    private final Supplier<List<PersonalData>> parts;

    /** @param parts of all features, in dependency order */
    public EraseSpace(Platform platform, Supplier<List<PersonalData>> parts) {
        this.platform = platform;
        this.parts = parts;
    }

    public Erased apply(HolderId holder, Cause cause) {
        Instant now = platform.clock().instant();
        UUID erasure = platform.ids().uuid();
        return platform.database().inHolder(holder, handle -> {
            ErasureDao dao = handle.attach(ErasureDao.class);
            Optional<Boolean> limited = dao.lockSpace(holder.value());
            if (limited.isEmpty()) {
                return Erased.GONE;
            }
            if (limited.get() && cause.isWish()) {
                return Erased.LIMITED;
            }
            if (!cause.isStillTrue(handle)) {
                return Erased.KEPT;
            }
            if (dao.signsForSpace(holder.value())) {
                return Erased.BUSY;
            }
            dao.liftLimit(holder.value());
            dao.record(erasure, ErasureKind.SPACE, cause.reason(), null, null, holder.value(), now);
            parts.get().forEach(part -> part.eraseSpace(handle, holder, erasure, now));
            platform.audit().record(handle, new AuditEvent(cause.by(), ErasureAudit.SPACE_ERASED, holder.value()));
            return Erased.ERASED;
        });
    }
}
