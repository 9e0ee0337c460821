package fr.badgesiae.schemas.samples;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The expected answer for each check: an outcome, then a space and the reason code where one is required. Written as
 * differences from the answers for a valid badge.
 */
final class Expected {
    private static final List<String> ORDER = List.of(
            "FORMAT",
            "CONTEXT",
            "SCHEMA",
            "ISSUER",
            "PROOF",
            "REFRESH",
            "VALIDITY_PERIOD",
            "STATUS",
            "RECIPIENT",
            "EVIDENCE",
            "ENDORSEMENTS",
            "TRUST");
    private static final List<String> REQUIRED =
            List.of("FORMAT", "CONTEXT", "SCHEMA", "ISSUER", "PROOF", "VALIDITY_PERIOD", "STATUS");
    private static final List<String> NEED_PROOF = List.of("REFRESH", "STATUS", "EVIDENCE", "ENDORSEMENTS", "TRUST");

    private final Map<String, String> checks =
            new TreeMap<>(Collections.reverseOrder((a, b) -> Integer.compare(ORDER.indexOf(b), ORDER.indexOf(a))));

    private boolean recipientAsked;

    private Expected() {}

    /** The badge of {@link Badge}, unchanged. */
    static Expected sound() {
        return new Expected()
                .but("FORMAT", "PASSED format.read")
                .but("CONTEXT", "PASSED context.all-defined")
                .but("SCHEMA", "PASSED schema.conforms")
                .but("ISSUER", "PASSED issuer.resolved")
                .but("PROOF", "PASSED proof.verified")
                .but("REFRESH", "NOT_APPLICABLE refresh.none")
                .but("VALIDITY_PERIOD", "PASSED validity-period.within")
                .but("STATUS", "PASSED status.not-set")
                .but("RECIPIENT", "NOT_APPLICABLE recipient.not-asked")
                .but("EVIDENCE", "NOT_APPLICABLE evidence.none")
                .but("ENDORSEMENTS", "NOT_APPLICABLE endorsements.none")
                .but("TRUST", "NOT_APPLICABLE trust.no-registry");
    }

    /** A badge without a status. */
    static Expected soundWithoutStatus() {
        return sound().but("STATUS", "NOT_APPLICABLE status.none");
    }

    Expected but(String check, String answer) {
        if (!ORDER.contains(check)) {
            throw new IllegalArgumentException(check);
        }
        checks.put(check, answer);
        return this;
    }

    /** A policy that names a recipient requires an answer for it. */
    Expected asking(String what) {
        recipientAsked = recipientAsked || what.equals("recipient");
        return this;
    }

    /** PROOF did not pass: checks that would act on unproven data are skipped. */
    Expected unproven(String answer) {
        NEED_PROOF.forEach(check -> but(check, "SKIPPED skipped.proof-not-passed"));
        return but("PROOF", answer);
    }

    /** FORMAT did not pass: no other check runs. */
    static Expected unread(String answer) {
        Expected expected = new Expected();
        ORDER.forEach(check -> expected.but(check, "SKIPPED skipped.format-not-passed"));
        return expected.but("FORMAT", answer);
    }

    /** The verdict as designed: any failure, then any required check without an answer. */
    String verdict() {
        if (checks.values().stream().anyMatch(answer -> answer.startsWith("FAILED"))) {
            return "INVALID";
        }
        boolean open = Stream.concat(REQUIRED.stream(), recipientAsked ? Stream.of("RECIPIENT") : Stream.empty())
                .map(checks::get)
                .anyMatch(answer -> answer.startsWith("INCONCLUSIVE") || answer.startsWith("SKIPPED"));
        return open ? "UNDETERMINED" : "VALID";
    }

    /** From check to answer, in the order of reports. */
    Map<String, String> checks() {
        return Collections.unmodifiableMap(checks);
    }
}
