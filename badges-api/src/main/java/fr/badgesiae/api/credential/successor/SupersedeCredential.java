package fr.badgesiae.api.credential.successor;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.statuslist.StatusLists;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Puts a successor in the place of what it supersedes, in the transaction that releases it: the bit of the predecessor is set,
 * and its number, its place in lists, its links and its acceptance are the successor's.
 */
public final class SupersedeCredential {
    private final StatusLists statusLists;
    private final Clock clock;

    public SupersedeCredential(StatusLists statusLists, Clock clock) {
        this.statusLists = statusLists;
        this.clock = clock;
    }

    /** Before anything is released: as a revocation does, spaces, then the file, then the badge. */
    public static void lock(Handle handle, OrganisationId organisation, UUID award) {
        SuccessorDao dao = handle.attach(SuccessorDao.class);
        dao.lockSpaces(award, organisation.value());
        dao.lockFile(award, organisation.value());
        dao.lockBadge(award, organisation.value());
    }

    /** Gives up what is not signed yet; false for what is. */
    public static boolean drop(Handle handle, OrganisationId organisation, UUID unsigned) {
        return handle.attach(SuccessorDao.class).drop(unsigned, organisation.value()) > 0;
    }

    /** What a successor was to supersede. */
    public static Superseded predecessor(Handle handle, OrganisationId organisation, UUID id, UUID successor) {
        return handle.attach(SuccessorDao.class).predecessor(id, successor, organisation.value());
    }

    /** What led to the one leads to the other, of the same award. */
    public static void follow(Handle handle, UUID before, UUID after) {
        handle.attach(SuccessorDao.class).follow(before, after);
    }

    /** The badge that stands in the place of one that was superseded. */
    public static Optional<UUID> current(Handle handle, OrganisationId organisation, UUID former) {
        return handle.attach(SuccessorDao.class).current(former, organisation.value());
    }

    /**
     * Supersedes.
     *
     * @throws IllegalStateException when the predecessor is neither in force nor paused: a revocation gives its successor up
     */
    public Superseded apply(Handle handle, OrganisationId organisation, UUID successor, UUID predecessor) {
        SuccessorDao dao = handle.attach(SuccessorDao.class);
        Instant now = clock.instant();
        SuccessorDao.SupersededRow row = dao.supersede(predecessor, successor, organisation.value(), now)
                .orElseThrow(() -> new IllegalStateException("what is superseded is not in force"));
        statusLists.set(handle, organisation, List.of(new StatusIndex(row.list(), row.index())));
        dao.setAside(predecessor, organisation.value());
        dao.takePlace(successor, predecessor, organisation.value(), row.edition());
        dao.follow(predecessor, successor);
        if (row.paused()) {
            dao.endPauseOfCopies(row.awardId(), organisation.value(), now);
        }
        return new Superseded(row.awardId(), row.edition(), row.paused(), row.newText());
    }

    /**
     * What was superseded.
     *
     * @param award of which it is
     * @param edition its number
     * @param paused whether it was paused until now
     * @param newText whether its successor says it in another version of the text
     */
    public record Superseded(UUID award, int edition, boolean paused, boolean newText) {}
}
