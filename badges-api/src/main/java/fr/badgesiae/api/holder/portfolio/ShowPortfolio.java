package fr.badgesiae.api.holder.portfolio;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.share.ShareLinks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one link to several badges with its code and its badges, for its holder. */
public final class ShowPortfolio {
    private final Database database;
    private final ShareLinks links;

    public ShowPortfolio(Database database, ShareLinks links) {
        this.database = database;
        this.links = links;
    }

    /**
     * A link, its code, and the badges behind it.
     *
     * @param message the holder's own words, or null
     * @param switchedOff the instant at which its holder switched it off, or null
     * @param lastViewed when the link was last looked at, or null
     * @param networks those that the pages can name
     */
    record Shown(
            UUID id,
            Code code,
            String label,
            @Nullable String message,
            Instant ends,
            @Nullable Instant switchedOff,
            long views,
            @Nullable Instant lastViewed,
            List<String> networks,
            boolean showsNetworks,
            List<Badge> badges) {
        boolean open(Instant at) {
            return switchedOff == null && at.isBefore(ends);
        }
    }

    /**
     * One badge of the link.
     *
     * @param id as it was accepted
     * @param shownName the name of the person that the link shows, or null
     */
    record Badge(
            CredentialId id,
            String name,
            @Nullable String shownName,
            boolean evidence,
            @Nullable Instant revokedAt,
            boolean paused,
            @Nullable Instant validUntil,
            String issuer,
            FrenchZone zone) {}

    /**
     * Reads it.
     *
     * @throws ProblemException NOT_FOUND for the link of another holder, and for one that shows one badge alone
     */
    Shown apply(HolderId holder, UUID link) {
        return database.inHolder(holder, handle -> {
            PortfolioDao dao = handle.attach(PortfolioDao.class);
            PortfolioRow row = dao.find(holder.value(), link).orElseThrow(ProblemException::notFound);
            List<PlaceRow> places = dao.places(link, holder.value());
            return new Shown(
                    row.id(),
                    links.unseal(row.codeSealed(), row.id(), holder),
                    row.label(),
                    row.message(),
                    row.endsAt(),
                    row.switchedOffAt(),
                    row.views() + links.unwrittenViews(row.id()),
                    row.lastViewedAt(),
                    places.stream()
                            .flatMap(place -> Stream.ofNullable(place.network()))
                            .distinct()
                            .toList(),
                    row.showsNetwork(),
                    places.stream().map(ShowPortfolio::badge).toList());
        });
    }

    private static Badge badge(PlaceRow row) {
        return new Badge(
                new CredentialId(row.badgeId()),
                row.achievementName(),
                row.displayedName(),
                row.showsEvidence(),
                row.revokedAt(),
                row.paused(),
                row.validUntil(),
                row.issuer(),
                FrenchZone.of(row.timeZone()));
    }
}
