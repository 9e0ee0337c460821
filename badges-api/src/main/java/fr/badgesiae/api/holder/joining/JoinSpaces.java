package fr.badgesiae.api.holder.joining;

import fr.badgesiae.api.holder.PinCheck;
import fr.badgesiae.api.holder.Visits;
import fr.badgesiae.api.holder.contact.ContactNotices;
import fr.badgesiae.api.holder.imported.MoveImports;
import fr.badgesiae.api.holder.joining.JoiningDao.LockRow;
import fr.badgesiae.api.holder.joining.JoiningDao.NameRow;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.share.ShareLinks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Joins another space to the open one, for good: in one transaction its belongings move, its card ends, and so do its sessions
 * and those of the open space on other devices. Each organisation reads of its own card alone. Where the other holder was told of
 * things they are told this too: nobody takes a space in unseen.
 */
final class JoinSpaces {
    private final Platform platform;
    private final PinCheck pins;
    private final Moves moves;
    private final Visits visits;
    private final Sessions sessions;

    JoinSpaces(Platform platform, PinCheck pins, Moves moves, Visits visits, Sessions sessions) {
        this.platform = platform;
        this.pins = pins;
        this.moves = moves;
        this.visits = visits;
        this.sessions = sessions;
    }

    /** What names its holder, and has to name another. */
    record Moves(ShareLinks links, MoveImports imports, ContactNotices contacts) {
        /** Prepares what moves, and tells its contacts, in a transaction that sees the rows of the other space. */
        void prepare(Handle handle, HolderId from, HolderId to) {
            contacts.joined(handle, from, to);
            links.sealFor(handle, from, to);
            imports.identifyFor(handle, from, to);
        }
    }

    /** What a confirmation led to. */
    sealed interface Outcome {}

    /** The end of a confirmation. */
    enum Ended implements Outcome {
        JOINED,
        /** The PIN of the open space is wrong. */
        WRONG,
        /** Too many wrong PINs. */
        LATER,
        /** The other card has to be shown again: its time is over, or it was replaced, or its space is gone. */
        STALE,
        /** A badge of the other space is being signed. */
        BUSY
    }

    /**
     * One of both was reopened, and shows the badges of one organisation alone.
     *
     * @param until or null, when only the former card ends it
     */
    record Waits(@Nullable Instant until) implements Outcome {}

    /** @param sealed from {@link ProveOther} */
    Outcome apply(HolderPrincipal by, String sealed, String pin) {
        Optional<OtherSpace> other =
                OtherSpace.read(platform.vault(), by, sealed, platform.clock().instant());
        if (other.isEmpty()) {
            return Ended.STALE;
        }
        PinCheck.Compared compared = pins.compare(by.holder(), pin);
        return switch (compared.result()) {
            case MATCHES ->
                platform.database().inHolder(by.holder(), handle -> join(handle, by, compared, other.get()));
            case WRONG -> Ended.WRONG;
            case LATER -> Ended.LATER;
        };
    }

    private Outcome join(Handle handle, HolderPrincipal by, PinCheck.Compared compared, OtherSpace other) {
        JoiningDao dao = handle.attach(JoiningDao.class);
        HolderId here = by.holder();
        Instant now = platform.clock().instant();
        // Both at once, in one order: of two joinings that cross, one comes first.
        List<LockRow> locked = dao.lock(other.holder().value(), now);
        if (locked.size() != 2 || locked.stream().anyMatch(LockRow::gone)) {
            return Ended.STALE;
        }
        Optional<LockRow> limited = locked.stream().filter(LockRow::limited).findFirst();
        if (limited.isPresent()) {
            return new Waits(limited.get().limitedUntil());
        }
        if (!compared.isInForce(handle, here)) {
            return Ended.WRONG;
        }
        Database.alsoForHolder(handle, other.holder());
        if (!dao.inForce(other.card(), other.holder().value(), other.pinHash())) {
            return Ended.STALE;
        }
        if (dao.signs(other.holder().value())) {
            return Ended.BUSY;
        }
        List<NameRow> moved = dao.files();
        moves.prepare(handle, other.holder(), here);
        Database.alsoForHolder(handle, here);
        tell(handle, Actor.holder(here), JoiningAudit.CARD_KEPT, dao.files());
        dao.join(other.holder().value(), now);
        tell(handle, Actor.holder(other.holder()), JoiningAudit.CARD_GIVEN_UP, moved);
        sessions.closeOthers(handle, by);
        visits.joined(handle, here);
        AuditEvent joined = new AuditEvent(Actor.holder(here), JoiningAudit.SPACES_JOINED, here.value());
        platform.audit().record(handle, joined);
        return Ended.JOINED;
    }

    private void tell(Handle handle, Actor actor, JoiningAudit code, List<NameRow> files) {
        for (NameRow file : files) {
            OrganisationId organisation = new OrganisationId(file.organisationId());
            platform.audit().record(handle, new AuditEvent(organisation, actor, code, file.workerId()));
        }
    }
}
