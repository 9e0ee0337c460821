package fr.badgesiae.api.statistics.suppression;

import fr.badgesiae.api.platform.html.PageContext;

/**
 * A count as it is published.
 *
 * @param number zero where it is hidden
 */
public record Count(long number, boolean hidden) {
    /** A count of a table. */
    public static Count of(long number, boolean hidden) {
        return new Count(hidden ? 0 : number, hidden);
    }

    /** A count that stands alone: hidden where it is small. */
    public static Count alone(long number) {
        return of(number, Suppression.small(number));
    }

    /** The number, or that it is hidden. */
    public String words(PageContext context) {
        return hidden ? context.t("statistics.hidden") : context.t("statistics.number", number);
    }
}
