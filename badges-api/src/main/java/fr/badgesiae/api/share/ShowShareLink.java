package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.share.link.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one share link with its code and its badge, for its holder. */
public final class ShowShareLink {
    private final Database database;
    private final ShareLinks links;

    ShowShareLink(Database database, ShareLinks links) {
        this.database = database;
        this.links = links;
    }

    /**
     * A link, its code, and the badge behind it.
     *
     * @param badge as it was accepted
     * @param badgeName the name of the badge
     * @param name the name that the link shows, or null
     * @param evidence whether it shows the evidence
     * @param revokedAt null unless the badge was revoked or paused
     * @param paused whether it may come back
     * @param validUntil null for a badge that does not expire
     * @param lastViewed when the link was last looked at, or null
     * @param issuer the name of the organisation
     * @param network the network that the page can name, or null
     * @param showsNetwork whether the page names it
     * @param zone of the organisation that awarded the badge
     */
    public record Shown(
            Share share,
            Code code,
            CredentialId badge,
            String badgeName,
            @Nullable String name,
            boolean evidence,
            @Nullable Instant revokedAt,
            boolean paused,
            @Nullable Instant validUntil,
            @Nullable Instant lastViewed,
            String issuer,
            LocalDate awardedOn,
            @Nullable String network,
            boolean showsNetwork,
            FrenchZone zone) {}

    /**
     * Reads it.
     *
     * @throws ProblemException NOT_FOUND for the link of another holder
     */
    public Shown apply(HolderId holder, UUID link) {
        return database.inHolder(
                        holder, handle -> handle.attach(ShareLinkDao.class).find(link, holder.value()))
                .map(row -> new Shown(
                        share(row),
                        links.unseal(row.codeSealed(), row.id(), holder),
                        new CredentialId(row.badgeId()),
                        row.achievementName(),
                        row.displayedName(),
                        row.showsEvidence(),
                        row.revokedAt(),
                        row.paused(),
                        row.validUntil(),
                        row.lastViewedAt(),
                        row.issuer(),
                        row.awardedOn(),
                        row.network(),
                        row.showsNetwork(),
                        FrenchZone.of(row.timeZone())))
                .orElseThrow(ProblemException::notFound);
    }

    private Share share(ShownLinkRow row) {
        return new Share(
                row.id(),
                new OrganisationId(row.organisationId()),
                new HolderId(row.holderId()),
                row.credentialId(),
                row.label(),
                row.createdAt(),
                row.endsAt(),
                row.switchedOffAt(),
                row.views() + links.unwrittenViews(row.id()));
    }
}
