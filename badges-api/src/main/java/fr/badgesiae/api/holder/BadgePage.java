package fr.badgesiae.api.holder;

import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.share.ShareBadge;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One badge of the space.
 *
 * @param lapsed whether its time is over
 * @param awardedBy whom to ask about it
 * @param withdrawUntil until when the holder may say that it was not their choice, or null
 */
public record BadgePage(
        IssuedCredential badge,
        boolean lapsed,
        OrganisationProfile awardedBy,
        List<Link> links,
        Instant withdrawUntil,
        Errors errors) {

    /** One link that shows the badge, or did. */
    public record Link(String path, String label, boolean open, Instant ends, long views) {}

    public String path() {
        return "/me/badges/" + badge.id();
    }

    public boolean revoked() {
        return badge.state() == CredentialState.REVOKED;
    }

    /** Whether there is something to show. */
    public boolean shareable() {
        return badge.state() == CredentialState.ISSUED;
    }

    /** How long a link may show the badge, in days. */
    public Map<String, String> durations(PageContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int days : List.of(1, 7, 30, ShareBadge.DEFAULT_DAYS, 180, 365)) {
            options.put(Integer.toString(days), context.t("holder.share.days", days));
        }
        return options;
    }
}
