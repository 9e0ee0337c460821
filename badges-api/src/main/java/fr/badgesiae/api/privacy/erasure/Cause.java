package fr.badgesiae.api.privacy.erasure;

import fr.badgesiae.api.platform.audit.Actor;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Why something is erased, for whom, and what must still be true once its row is locked. */
public final class Cause {
    private final ErasureReason reason;
    private final Actor by;
    private final Predicate<Handle> still;

    private Cause(ErasureReason reason, Actor by, Predicate<Handle> still) {
        this.reason = reason;
        this.by = by;
        this.still = still;
    }

    /** On a page, by the person or at their wish. */
    public static Cause request(Actor by) {
        return new Cause(ErasureReason.REQUEST, by, handle -> true);
    }

    /**
     * The same after a check in another transaction.
     *
     * @param stillWished asked in the transaction that erases
     */
    public static Cause request(Actor by, Predicate<Handle> stillWished) {
        return new Cause(ErasureReason.REQUEST, by, stillWished);
    }

    /**
     * By a job, which found it before: a hold or something new may have come since.
     *
     * @param stillDue asked in the transaction that erases
     */
    public static Cause retention(Predicate<Handle> stillDue) {
        return new Cause(ErasureReason.RETENTION, Actor.SYSTEM, stillDue);
    }

    /** Again, after a restore: the erasure is newer than the copy, so a hold of the copy was over by then. */
    static Cause replay() {
        return new Cause(ErasureReason.REPLAY, Actor.SYSTEM, handle -> true);
    }

    /**
     * For the space with the badges of the file: the file was due, the space goes only if nobody can open it.
     *
     * @param unreachable asked in the transaction that erases the space
     */
    Cause forSpace(Predicate<Handle> unreachable) {
        return new Cause(reason, by, unreachable);
    }

    /** Whether somebody wishes it now. */
    boolean isWish() {
        return reason == ErasureReason.REQUEST;
    }

    /** Whether a hold of the file does not matter. */
    boolean endsHolds() {
        return reason == ErasureReason.REPLAY;
    }

    ErasureReason reason() {
        return reason;
    }

    Actor by() {
        return by;
    }

    boolean isStillTrue(Handle handle) {
        return still.test(handle);
    }
}
