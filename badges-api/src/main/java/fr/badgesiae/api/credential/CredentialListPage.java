package fr.badgesiae.api.credential;

import java.time.Instant;
import java.util.List;

/**
 * The badges that the organisation has awarded, newest first.
 *
 * @param next the path of the next page, or null
 */
public record CredentialListPage(List<Item> items, String next) {
    /**
     * @param revokedAt null unless it was taken back
     */
    public record Item(String path, String badge, String person, Instant issuedAt, Instant revokedAt) {}
}
