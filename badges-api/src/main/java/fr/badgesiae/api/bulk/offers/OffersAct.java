package fr.badgesiae.api.bulk.offers;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An act on several offers. */
public enum OffersAct {
    PROLONG_1(1),
    PROLONG_3(3),
    PROLONG_6(6),
    PROLONG_12(12),
    PRINT(0),
    CANCEL(0);

    private final int months;

    OffersAct(int months) {
        this.months = months;
    }

    static Optional<OffersAct> of(@Nullable String typed) {
        return Arrays.stream(values()).filter(act -> act.name().equals(typed)).findFirst();
    }

    /** Months that it adds to the end; 0 for an act that is no prolongation. */
    int months() {
        return months;
    }

    public boolean prolongs() {
        return months > 0;
    }
}
