package fr.badgesiae.api.bulk.life;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An act on several badges. */
public enum LifeAct {
    PAUSE,
    RESUME,
    RENEW,
    /** Signed again in the newest version of its text. */
    REPLACE,
    REVOKE;

    static Optional<LifeAct> of(@Nullable String typed) {
        return Arrays.stream(values()).filter(act -> act.name().equals(typed)).findFirst();
    }

    /** Whether a reason is asked for, and a note may be given. */
    public boolean hasReason() {
        return this == PAUSE || this == REVOKE;
    }
}
