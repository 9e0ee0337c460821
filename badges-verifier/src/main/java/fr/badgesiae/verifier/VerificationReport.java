package fr.badgesiae.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * The judgement of one submission: every check of {@link CheckName} exactly once, in order.
 *
 * @param verdict the fold over the checks
 * @param headline the word for people
 * @param at the instant it was judged at
 * @param input what it was
 * @param checks all twelve
 * @param credential the credential as read, or null when FORMAT did not pass
 * @param summary what the badge says of itself, whichever version it follows, or null when FORMAT did not pass
 * @param issuer who it says issued it, and who is registered under that id
 * @param endorsements a report each
 */
public record VerificationReport(
        Verdict verdict,
        Headline headline,
        Instant at,
        Input input,
        List<CheckResult> checks,
        JsonNode credential,
        BadgeSummary summary,
        Issuer issuer,
        List<VerificationReport> endorsements) {
    public VerificationReport {
        checks = List.copyOf(checks);
        endorsements = List.copyOf(endorsements);
    }

    /**
     * @param kind such as {@code OB3_JSON}, {@code OB3_JWT}, {@code UNKNOWN}
     * @param source the caller's name for it, or null
     */
    public record Input(String kind, String source) {}

    /**
     * @param id the issuer's id, or null when there is none to read
     * @param claimedName the unproven name inside the credential, or null
     * @param registered the registry's entry, or null when unknown or when PROOF did not pass
     */
    public record Issuer(String id, String claimedName, TrustRegistry.Entry registered) {}

    /** The result of one check. */
    public CheckResult check(CheckName name) {
        return checks.stream().filter(check -> check.name() == name).findFirst().orElseThrow();
    }
}
