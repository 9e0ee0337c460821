package fr.badgesiae.api.paper;

import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.share.ScanPages;
import fr.badgesiae.api.verification.BadgeCard;
import org.jspecify.annotations.Nullable;

/**
 * One badge on paper: what the page behind its link shows, with pictures as data URLs.
 *
 * @param card the proven content
 * @param address of the page behind the link, with the code in groups
 * @param picture of the badge, or null where it cannot be drawn
 * @param qr leads to the address
 * @param zone of the organisation
 */
public record PaperBadge(
        ScanPages.Scan scan,
        BadgeCard card,
        String address,
        @Nullable String picture,
        String qr,
        FrenchZone zone) {}
