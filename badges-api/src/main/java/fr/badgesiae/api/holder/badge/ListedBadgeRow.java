package fr.badgesiae.api.holder.badge;

import org.jdbi.v3.core.mapper.Nested;

/**
 * A badge beside the number of links that show it.
 *
 * @param allOpen how many links show any badge of the space
 * @param several whether there is a link to several, open or not
 */
public record ListedBadgeRow(@Nested HeldBadgeRow badge, int openLinks, int allOpen, boolean several) {}
