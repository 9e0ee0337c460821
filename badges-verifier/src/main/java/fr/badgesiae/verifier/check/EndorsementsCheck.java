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
import org.jspecify.annotations.Nullable;

/**
 * ENDORSEMENTS: credentials about the credential, its achievement or its issuer (OB 3.0, 8.6). Each is verified by every
 * check and gets a report of its own. A defect of an endorsement is at worst a WARNING on the badge.
 */
public final class EndorsementsCheck implements Check {
    /** The most endorsements verified; each costs a signature and up to eight fetches. */
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
        // The expected recipient is the holder of the badge, not the subject of an endorsement.
        VerificationPolicy policy = context.policy().withoutRecipient();
        Counts counts = new Counts(all.size());
        for (EmbeddedEndorsement endorsement : all.subList(0, Math.min(all.size(), MAX_ENDORSEMENTS))) {
            VerificationReport report = nestedVerifier.verify(endorsement.read(), policy);
            context.keep(report);
            counts.add(endorsement, report);
        }
        return counts.answer();
    }

    /** Counts the verdicts of the endorsements. */
    private static final class Counts {
        private final int total;
        private final List<Finding> findings = new ArrayList<>();
        private int verified;
        private int valid;
        private int aboutOthers;

        Counts(int total) {
            this.total = total;
        }

        void add(EmbeddedEndorsement endorsement, VerificationReport report) {
            verified++;
            String subject = subject(report);
            boolean about =
                    endorsement.endorsed() != null && endorsement.endorsed().equals(subject);
            valid += report.verdict() == Verdict.VALID ? 1 : 0;
            aboutOthers += about ? 0 : 1;
            String key = "endorsement." + verified + ".";
            find(key + "of", endorsement.of());
            find(key + "subject", subject);
            find(key + "issuer", report.issuer().id());
            find(key + "verdict", report.verdict().name());
            if (report.issuer().registered() != null) {
                find(key + "registeredName", report.issuer().registered().registeredName());
            }
        }

        private static @Nullable String subject(VerificationReport report) {
            JsonNode credential = report.credential();
            if (credential == null) {
                return null;
            }
            JsonNode subject = credential.path("credentialSubject");
            return (subject.isArray() ? subject.path(0) : subject).path("id").textValue();
        }

        private void find(String key, @Nullable String value) {
            if (value != null) {
                findings.add(new Finding(key, value, SPEC));
            }
        }

        CheckResult answer() {
            if (total > verified) {
                return warning(ReasonCode.ENDORSEMENTS_TOO_MANY.with(Integer.toString(MAX_ENDORSEMENTS)));
            }
            if (valid < verified) {
                return warning(ReasonCode.ENDORSEMENTS_NOT_VERIFIED.with(
                        Integer.toString(verified - valid), Integer.toString(verified)));
            }
            return aboutOthers > 0
                    ? warning(ReasonCode.ENDORSEMENTS_SUBJECT_DIFFERS.with(Integer.toString(aboutOthers)))
                    : Check.answer(
                            CheckName.ENDORSEMENTS,
                            Outcome.PASSED,
                            ReasonCode.ENDORSEMENTS_VERIFIED.with(Integer.toString(verified)),
                            findings);
        }

        private CheckResult warning(Reason reason) {
            return Check.answer(CheckName.ENDORSEMENTS, Outcome.WARNING, reason, findings);
        }
    }
}
