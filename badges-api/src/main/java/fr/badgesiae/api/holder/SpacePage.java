package fr.badgesiae.api.holder;

import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.html.Frame;
import java.time.Instant;
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
     * @param shown how many links show it now
     * @param at now
     */
    public record Line(IssuedCredential badge, long shown, Instant at) {
        /** What it is now, and since when. */
        public String state(Frame frame) {
            if (badge.state() == CredentialState.REVOKED) {
                return frame.t("holder.state.revoked", frame.date(badge.revokedAt()));
            }
            if (!badge.released()) {
                return frame.t("holder.state.being-made");
            }
            return lapsed(badge, at)
                    ? frame.t("holder.state.expired", frame.date(badge.validUntil()))
                    : frame.t("holder.badge.awarded", frame.date(badge.awardedOn()));
        }
    }

    static boolean lapsed(IssuedCredential badge, Instant at) {
        return badge.validUntil() != null && !badge.validUntil().isAfter(at);
    }
}
