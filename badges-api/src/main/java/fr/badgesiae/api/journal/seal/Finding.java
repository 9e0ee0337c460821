package fr.badgesiae.api.journal.seal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the seal contradicts.
 *
 * @param round the round where it shows, or 0
 * @param at when that round was made; null where none is concerned
 * @param sealed how many lines, heads or days there were
 * @param there how many there are
 */
public record Finding(Kind kind, long round, @Nullable Instant at, long sealed, long there) {
    /** The kinds of findings. */
    public enum Kind {
        LINES_REMOVED,
        LINES_ADDED,
        LINES_CHANGED,
        /** Lines whose time is long before the round before theirs: written into the past. */
        LINES_BACKDATED,
        HEAD_REMOVED,
        HEAD_CHANGED,
        ROUND_REMOVED,
        ROUND_CHANGED,
        /** The last round is not the last that was made. */
        END_CUT,
        SIGNATURE_WRONG,
        /** A day of the list that the operator kept is not there, or is another. */
        DAY_MISSING
    }

    static Finding of(Kind kind, SealedHead head, long sealed, long there) {
        return new Finding(kind, head.round(), head.createdAt(), sealed, there);
    }

    @Override
    public String toString() {
        String where = at == null ? "" : " round " + round + " of " + at;
        return kind + where + " (" + sealed + " sealed, " + there + " there)";
    }
}
