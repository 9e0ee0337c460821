package fr.badgesiae.api.verification;

import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Instant;
import java.util.List;

/**
 * What was brought, judged: one judgement for each badge in it.
 *
 * @param at when it was judged
 */
public record ReportPage(List<Judged> badges, Instant at) {

    /**
     * One badge.
     *
     * @param headlineKey of the words of the headline
     * @param meaningKey of what it means
     * @param badge what was signed, or null when the signature does not hold: nothing unproven is shown
     * @param imagePath of the badge when it is on our origin, or null
     * @param issuer who awarded it, or null where nobody is named
     * @param ours whether it was awarded here
     * @param reason why it was taken back, from the closed list that the desk chooses from; null where we do not know
     * @param json the report for machines, as an address that holds it whole
     */
    public record Judged(
            Banner banner,
            String headlineKey,
            String meaningKey,
            SignedBadge badge,
            String imagePath,
            Issuer issuer,
            boolean ours,
            String reason,
            List<CheckLine> checks,
            List<Endorsed> endorsements,
            String json) {

        /** Whether it says something about whoever shows it. */
        public boolean counts() {
            return badge != null && banner.headline() != Headline.REVOKED;
        }
    }

    /**
     * Who awarded a badge, and on whose word.
     *
     * @param registered the registry's entry, or null; only then is the name more than the badge's own word
     */
    public record Issuer(String id, String claimedName, TrustRegistry.Entry registered) {
        static Issuer of(VerificationReport report) {
            VerificationReport.Issuer issuer = report.issuer();
            return issuer.id() == null ? null : new Issuer(issuer.id(), issuer.claimedName(), issuer.registered());
        }
    }

    /** An endorsement with its own headline; the text only when its signature holds. */
    public record Endorsed(Banner banner, Issuer issuer, String text) {}
}
