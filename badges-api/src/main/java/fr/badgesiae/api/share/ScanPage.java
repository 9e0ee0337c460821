package fr.badgesiae.api.share;

import fr.badgesiae.api.verification.Banner;
import fr.badgesiae.api.verification.CheckLine;
import fr.badgesiae.api.verification.SignedBadge;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The page behind a share link.
 *
 * @param headline the word for people
 * @param since the instant that the headline names (lapsed, paused, taken back, to come), or null
 * @param reason why it was taken back, from the closed list that the desk chooses from, or null
 * @param badge what was signed, or null when the signature does not hold: nothing unproven is shown
 * @param imagePath of the badge on our origin, or null
 * @param issuer who awarded it, as registered here and not as the badge says
 * @param words the two words of this minute where the badge bears no name, or null
 * @param checks every check in order
 * @param code the share code in groups
 * @param path of this page
 */
public record ScanPage(
        Headline headline,
        Instant since,
        String reason,
        SignedBadge badge,
        String imagePath,
        Issuer issuer,
        String words,
        List<CheckLine> checks,
        Instant at,
        String code,
        String path) {

    /**
     * Who awarded it.
     *
     * @param legalName, siret null where the organisation does not publish it
     * @param network the name of the network that vetted it, or null
     */
    public record Issuer(
            String name,
            String legalName,
            String siret,
            String phone,
            String website,
            String network,
            LocalDate vettedOn,
            LocalDate suspendedSince) {

        /** What the registry of known issuers says of it; nothing where no network answers for it. */
        Optional<TrustRegistry.Entry> entry() {
            return network == null
                    ? Optional.empty()
                    : Optional.of(new TrustRegistry.Entry(name, siret, network, vettedOn, suspendedSince));
        }
    }

    static ScanPage of(
            SharedBadge shared, VerificationReport report, String words, ShareAddress address, Locale language) {
        SignedBadge badge = SignedBadge.proven(report) ? SignedBadge.read(report.credential()) : null;
        return new ScanPage(
                report.headline(),
                since(report.headline(), badge, shared),
                shared.reason() == null ? null : shared.reason().name(),
                badge,
                badge == null ? null : address.settings().pathOf(badge.imageUrl()),
                shared.issuer(),
                badge == null || badge.holder() != null ? null : words,
                CheckLine.of(report, language),
                report.at(),
                address.code().grouped(),
                "/v/" + address.code().value());
    }

    private static Instant since(Headline headline, SignedBadge badge, SharedBadge shared) {
        return switch (headline) {
            case EXPIRED -> badge == null ? null : badge.validUntil();
            case NOT_YET_VALID -> badge == null ? null : badge.validFrom();
            case REVOKED, SUSPENDED -> shared.revokedAt();
            case AUTHENTIC, NOT_AUTHENTIC, CANNOT_TELL -> null;
        };
    }

    /** The headline in words, surface and pictogram. */
    public Banner banner() {
        return new Banner(headline, since);
    }

    /** Whether it still says something about whoever shows it: after a withdrawal nobody need be compared with it. */
    public boolean counts() {
        return headline != Headline.REVOKED;
    }
}
