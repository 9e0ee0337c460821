package fr.badgesiae.api.verification;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.achievement.content.Level;
import fr.badgesiae.api.organisation.membership.Affiliation;
import fr.badgesiae.api.organisation.membership.Membership;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.verifier.BadgeSummary;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A badge as every page shows it: of a report, under the verdict, only what is proven; of a credential of ours, what we wrote.
 *
 * @param image a path on our origin or a data URL of our own encoding, or null; never an address of others
 * @param publicPath the page of the badge on our origin, or null
 * @param endorsements each with its own result
 */
public record BadgeCard(
        SignedBadge badge, @Nullable String image, @Nullable String publicPath, List<Endorsed> endorsements) {
    private static final Pattern PAGE = Pattern.compile("/achievements/[0-9A-Za-z-]{1,40}/[0-9]{1,9}");
    private static final Pattern IMAGE = Pattern.compile(PAGE + "/image");

    /**
     * The card of a report; null unless the content is proven.
     *
     * @param zone of the issuer
     */
    public static @Nullable BadgeCard of(VerificationReport report, Settings settings, FrenchZone zone) {
        return SignedBadge.of(report, zone)
                .map(badge -> of(badge, report, settings))
                .orElse(null);
    }

    /**
     * The card of a credential that this service wrote itself, before or after its signature.
     *
     * @param credential an Open Badges 3.0 credential
     * @param zone of the organisation
     */
    public static BadgeCard written(JsonNode credential, Settings settings, FrenchZone zone) {
        return of(SignedBadge.written(credential, zone), BadgeSummary.ofCredential(credential), List.of(), settings);
    }

    private static BadgeCard of(SignedBadge badge, VerificationReport report, Settings settings) {
        List<Endorsed> endorsements =
                report.endorsements().stream().map(Endorsed::of).toList();
        return of(badge, report.summary(), endorsements, settings);
    }

    private static BadgeCard of(
            SignedBadge badge, @Nullable BadgeSummary summary, List<Endorsed> endorsements, Settings settings) {
        String ours = settings.pathOf(badge.image());
        String page = summary == null ? null : settings.pathOf(summary.details().achievementId());
        return new BadgeCard(
                badge,
                ours != null && IMAGE.matcher(ours).matches() ? ours + "?side=card" : EmbeddedImage.of(badge.image()),
                page != null && PAGE.matcher(page).matches() ? page : null,
                endorsements);
    }

    /** The level in the reader's language where it is one of ours, else as signed; null for none. */
    public @Nullable String level(String lang) {
        return Stream.of(Level.values())
                .filter(level -> level.words("fr").equals(badge.level())
                        || level.words("en").equals(badge.level()))
                .findFirst()
                .map(level -> level.words(lang))
                .orElse(badge.level());
    }

    /** The language of {@link #level}. */
    public @Nullable String levelLanguage(String lang) {
        return Objects.equals(level(lang), badge.level()) ? badge.language() : lang;
    }

    /**
     * The issuer of a badge or of an endorsement.
     *
     * @param claimedName the name in the badge, which nobody vouches for; null when the content is not proven
     * @param registered the entry of the registry of known issuers, or null
     */
    public record Issuer(String id, @Nullable String claimedName, TrustRegistry.@Nullable Entry registered) {
        private static final int LONGEST = 60;
        private static final String WEB = "did:web:";

        /** Whether it is a key alone, which has no address and belongs to whoever made it. */
        public boolean isKeyAlone() {
            return id.startsWith("did:key:") || id.startsWith("did:jwk:");
        }

        /** What a proof of this issuer establishes, for people: its domain, else its id, shortened. */
        public String identity() {
            if (id.startsWith(WEB)) {
                return shortened(id.substring(WEB.length()).split(":", 2)[0].replaceFirst("(?i)%3A", ":"));
            }
            SafeLink link = SafeLink.of(id);
            return link == null ? shortened(id) : link.host();
        }

        /** What is said of its network, a sentence a line; empty for an issuer outside the registry. */
        public List<String> networks(PageContext context, @Nullable LocalDate awarded) {
            if (registered == null || registered.network() == null || registered.since() == null) {
                return List.of();
            }
            Membership now =
                    new Membership(registered.network(), registered.since(), registered.suspendedSince(), null);
            return Affiliation.current(now, awarded).sentences(context);
        }

        private static String shortened(String text) {
            return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        }

        /** The issuer that a report names; null where it names none. */
        public static @Nullable Issuer of(VerificationReport report) {
            VerificationReport.Issuer issuer = report.issuer();
            String claimed = report.proven() ? PlainText.name(issuer.claimedName()) : null;
            return issuer.id() == null ? null : new Issuer(issuer.id(), claimed, issuer.registered());
        }
    }

    /** An endorsement with its own headline; issuer and words are null unless its signature holds. */
    public record Endorsed(
            Banner banner,
            @Nullable Issuer issuer,
            @Nullable String text) {
        /** The CSS class of its colour in a list. */
        public String css() {
            return banner.rowCss();
        }

        /** The last part of the message key of its result. */
        public String wordKey() {
            return switch (banner.headline()) {
                case AUTHENTIC -> banner.known() ? "authentic" : "unknown-issuer";
                case NOT_AUTHENTIC -> "not-authentic";
                case EXPIRED -> "expired";
                case REVOKED, SUSPENDED -> "revoked";
                case CANNOT_TELL -> "cannot-tell";
                case NOT_YET_VALID, OTHER_RECIPIENT, OTHER_CREDENTIAL, NOT_CONFORMING, NOT_A_BADGE -> "defect";
            };
        }

        private static Endorsed of(VerificationReport report) {
            String text = SignedBadge.of(report, FrenchZone.PARIS)
                    .map(SignedBadge::comment)
                    .orElse(null);
            return new Endorsed(Banner.of(report, null, false), report.proven() ? Issuer.of(report) : null, text);
        }
    }
}
