package fr.badgesiae.api.holder;

import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The badges of the space.
 *
 * @param open how many links show something now
 */
public record SpacePage(List<Line> badges, int open) {

    /**
     * One badge.
     *
     * @param stateKey the message key of what it is now
     * @param shown how many links show it now
     */
    public record Line(String path, String name, String imageUrl, String stateKey, LocalDate awardedOn, long shown) {}

    /** The message key of what a badge is at a moment. */
    static String key(IssuedCredential badge, Instant now) {
        if (badge.state() == CredentialState.REVOKED) {
            return "holder.state.revoked";
        }
        if (!badge.released()) {
            return "holder.state.being-made";
        }
        boolean over = badge.validUntil() != null && !badge.validUntil().isAfter(now);
        return over ? "holder.state.expired" : "holder.state.ready";
    }
}
