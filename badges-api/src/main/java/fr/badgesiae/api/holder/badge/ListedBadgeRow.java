package fr.badgesiae.api.holder.badge;

import org.jdbi.v3.core.mapper.Nested;

/**
 * A badge beside the number of links that show it.
 *
 * @param allOpen how many links show any badge of the space
 * @param several whether there is a link to several, open or not
 * @param contact whether the holder gave an address or a number
 * @param copies of this badge that are in wallets or on paper now
 * @param allHidden whether all links were stopped together, and can be restarted together
 */
public record ListedBadgeRow(
        @Nested HeldBadgeRow badge,
        int openLinks,
        int allOpen,
        boolean several,
        boolean contact,
        int copies,
        boolean allHidden) {}
