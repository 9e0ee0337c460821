package fr.badgesiae.api.account.member;

import java.time.Instant;

/**
 * A link just made, shown this once.
 *
 * @param kind {@code join} or {@code password}
 * @param back where the administrator came from
 */
public record LinkPage(String kind, String address, Instant ends, String back) {}
