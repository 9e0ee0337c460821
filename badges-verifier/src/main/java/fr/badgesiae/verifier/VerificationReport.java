package fr.badgesiae.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of one submission: every check of {@link CheckName} exactly once, in order.
 *
 * @param verdict the fold over the checks
 * @param headline the result for people
 * @param kind the kind of credential
 * @param at the instant of verification
 * @param input the detected format
 * @param checks all twelve
 * @param credential the credential as judged: as read, or of a hosted badge as published; null when FORMAT did not pass
 * @param summary the badge's description of itself, or null when FORMAT did not pass
 * @param issuer the stated issuer, and its entry in the trust registry
 * @param endorsements one report each
 */
public record VerificationReport(
        Verdict verdict,
        Headline headline,
        Kind kind,
        Instant at,
        Input input,
        List<CheckResult> checks,
        @Nullable JsonNode credential,
        @Nullable BadgeSummary summary,
        Issuer issuer,
        List<VerificationReport> endorsements) {
    public VerificationReport {
        checks = List.copyOf(checks);
        endorsements = List.copyOf(endorsements);
    }

    /** The kind of a credential, by its types; OTHER also for a submission without one. */
    public enum Kind {
        BADGE,
        ENDORSEMENT,
        /** A Comprehensive Learner Record (CLR 2.0). */
        RECORD,
        OTHER
    }

    /**
     * @param kind such as {@code OB3_JSON}, {@code OB3_JWT}, {@code UNKNOWN}
     * @param source the caller's name of the submission, else the address taken from a parameter of another, or null
     */
    public record Input(String kind, @Nullable String source) {}

    /**
     * @param id the issuer's id, or null when there is none
     * @param claimedName the unproven name in the credential, or null
     * @param registered the registry entry, or null when unknown or when PROOF did not pass
     */
    public record Issuer(@Nullable String id, @Nullable String claimedName, TrustRegistry.@Nullable Entry registered) {}

    /** Whether the content is proven; content that is not is never shown to people. */
    public boolean proven() {
        return Headline.proven(checks);
    }

    /** The result of one check. */
    public CheckResult check(CheckName name) {
        return checks.stream().filter(check -> check.name() == name).findFirst().orElseThrow();
    }
}
