package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.NestedVerifier;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.EmbeddedEndorsement;
import java.util.ArrayList;
import java.util.List;

/**
 * Credentials about the credential, its achievement or its issuer (OB 3.0, 8.6): each is judged by every check and has a report
 * of its own. What is wrong with an endorsement is said of the endorsement; of the badge it is at worst a WARNING.
 */
public final class EndorsementsCheck implements Check {
    /** As many are judged; each costs a signature and up to eight fetches. */
    static final int MAX_ENDORSEMENTS = 16;

    private static final String SPEC = "ob-3.0 8.6";

    @Override
    public CheckName name() {
        return CheckName.ENDORSEMENTS;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        List<EmbeddedEndorsement> all = EmbeddedEndorsement.in(context.credential());
        if (all.isEmpty()) {
            return Check.answer(CheckName.ENDORSEMENTS, Outcome.NOT_APPLICABLE, ReasonCode.ENDORSEMENTS_NONE.with());
        }
        if (context.nestedVerifier().isEmpty()) {
            return Check.answer(CheckName.ENDORSEMENTS, Outcome.WARNING, ReasonCode.ENDORSEMENTS_NOT_FOLLOWED.with());
        }
        NestedVerifier nestedVerifier = context.nestedVerifier().get();
        // Whom the caller looks for is the holder of the badge, not whom an endorsement is about.
        VerificationPolicy policy = context.policy().withRecipient(null);
        Tally tally = new Tally(all.size());
        for (EmbeddedEndorsement endorsement : all.subList(0, Math.min(all.size(), MAX_ENDORSEMENTS))) {
            VerificationReport report = nestedVerifier.verify(endorsement.read(), policy);
            context.keep(report);
            tally.add(endorsement, report);
        }
        return tally.answer();
    }

    /** What is said of the badge once its endorsements are judged. */
    private static final class Tally {
        private final int total;
        private final List<Finding> findings = new ArrayList<>();
        private int judged;
        private int valid;
        private int aboutOthers;

        Tally(int total) {
            this.total = total;
        }

        void add(EmbeddedEndorsement endorsement, VerificationReport report) {
            judged++;
            String subject = subject(report);
            boolean about =
                    endorsement.endorsed() != null && endorsement.endorsed().equals(subject);
            valid += report.verdict() == Verdict.VALID ? 1 : 0;
            aboutOthers += about ? 0 : 1;
            String key = "endorsement." + judged + ".";
            find(key + "of", endorsement.of());
            find(key + "subject", subject);
            find(key + "issuer", report.issuer().id());
            find(key + "verdict", report.verdict().name());
            if (report.issuer().registered() != null) {
                find(key + "registeredName", report.issuer().registered().registeredName());
            }
        }

        private static String subject(VerificationReport report) {
            JsonNode credential = report.credential();
            if (credential == null) {
                return null;
            }
            JsonNode subject = credential.path("credentialSubject");
            return (subject.isArray() ? subject.path(0) : subject).path("id").textValue();
        }

        private void find(String key, String value) {
            if (value != null) {
                findings.add(new Finding(key, value, SPEC));
            }
        }

        CheckResult answer() {
            if (total > judged) {
                return warning(ReasonCode.ENDORSEMENTS_TOO_MANY.with(Integer.toString(MAX_ENDORSEMENTS)));
            }
            if (valid < judged) {
                return warning(ReasonCode.ENDORSEMENTS_NOT_VERIFIED.with(
                        Integer.toString(judged - valid), Integer.toString(judged)));
            }
            return aboutOthers > 0
                    ? warning(ReasonCode.ENDORSEMENTS_SUBJECT_DIFFERS.with(Integer.toString(aboutOthers)))
                    : Check.answer(
                            CheckName.ENDORSEMENTS,
                            Outcome.PASSED,
                            ReasonCode.ENDORSEMENTS_VERIFIED.with(Integer.toString(judged)),
                            findings);
        }

        private CheckResult warning(Reason reason) {
            return Check.answer(CheckName.ENDORSEMENTS, Outcome.WARNING, reason, findings);
        }
    }
}
