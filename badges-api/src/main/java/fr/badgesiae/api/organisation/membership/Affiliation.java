package fr.badgesiae.api.organisation.membership;

import fr.badgesiae.api.platform.html.PageContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The networks of an organisation beside one of its badges.
 *
 * @param now the current membership, or null
 * @param then the membership on the day of the award, or null where there was none
 * @param awarded the day of the award; null where the membership of that day is unknown
 * @param named whether networks are named; a pause is told either way
 */
public record Affiliation(
        @Nullable Membership now,
        @Nullable Membership then,
        @Nullable LocalDate awarded,
        boolean named) {

    /** Of a foreign issuer: nothing but the current membership is known. */
    public static Affiliation current(Membership now, @Nullable LocalDate awarded) {
        boolean earlier = awarded != null && !now.since().isAfter(awarded) && now.suspendedSince() == null;
        return new Affiliation(now, earlier ? now : null, earlier ? awarded : null, true);
    }

    /** What the pages say, a sentence a line; empty where nothing is said. */
    public List<String> sentences(PageContext context) {
        String pause = pause(context);
        if (!named) {
            return pause == null ? List.of() : List.of(pause);
        }
        List<String> sentences = new ArrayList<>();
        if (pause != null) {
            sentences.add(pause);
        } else if (now != null) {
            sentences.add(context.t("verification.network", now.network(), context.date(now.since())));
        } else if (then == null) {
            sentences.add(context.t("verification.no-network"));
        }
        if (awarded != null && (now != null || then != null)) {
            sentences.add(then(context));
        }
        return sentences;
    }

    /** That the membership is paused, and since when; null where it is not. */
    public @Nullable String pause(PageContext context) {
        if (now == null) {
            return null;
        }
        LocalDate paused = now.suspendedSince();
        if (paused == null) {
            return null;
        }
        return named
                ? context.t("verification.network-ended", now.network(), context.date(paused))
                : context.t("verification.network-ended-unnamed", context.date(paused));
    }

    private String then(PageContext context) {
        if (then == null) {
            return context.t("verification.network-then.none");
        }
        LocalDate ended = then.endedOn();
        if (ended != null) {
            return context.t("verification.network-then.other", then.network(), context.date(ended));
        }
        return context.t("verification.network-then");
    }
}
