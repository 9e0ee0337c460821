package fr.badgesiae.api.holder;

import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.html.PageContext;
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
        public String state(PageContext context) {
            if (badge.state() == CredentialState.REVOKED) {
                return context.t("holder.state.revoked", context.date(badge.revokedAt()));
            }
            if (!badge.released()) {
                return context.t("holder.state.being-made");
            }
            return lapsed(badge, at)
                    ? context.t("holder.state.expired", context.date(badge.validUntil()))
                    : context.t("holder.badge.awarded", context.date(badge.awardedOn()));
        }
    }

    static boolean lapsed(IssuedCredential badge, Instant at) {
        return badge.validUntil() != null && !badge.validUntil().isAfter(at);
    }
}
