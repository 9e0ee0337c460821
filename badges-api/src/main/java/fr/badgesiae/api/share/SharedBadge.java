package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/**
 * What an open share link leads to.
 *
 * @param link the id of the link
 * @param organisation who awarded the badge
 * @param document the one edition that the link serves, signed JSON exactly as released
 * @param jwt the same edition as a VC-JWT exactly as released
 * @param revokedAt null unless it was revoked
 * @param reason why it was, or null
 * @param issuer who awarded it, as registered
 */
record SharedBadge(
        UUID link,
        OrganisationId organisation,
        String document,
        String jwt,
        Instant revokedAt,
        PublicReason reason,
        ScanPages.Scan.Issuer issuer) {}
