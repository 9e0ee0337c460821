package fr.badgesiae.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a verification. The same submission under the same policy always gets the same result.
 *
 * @param at the instant of verification; the verifier has no other clock
 * @param fetcher the access to documents; {@link Fetcher#offline()} for none
 * @param trust the known issuers
 * @param recipient the expected holder, as {@code kind=value} ({@code email=}, {@code name=}, {@code id=}), or null
 * @param fetchIssuerProfile whether the Profile of an https issuer is fetched and compared
 * @param refresh whether a refresh service may be called; the call tells the issuer about the verification
 * @param evidence whether evidence is fetched and its digest compared
 * @param allowLoopback whether http and loopback hosts are accepted in did:web (demonstration and tests)
 * @param documents documents the caller vouches for, by URL: asked before the fetcher, counted in no budget, and beside the
 *     bundled catalogue the only source of contexts; {@link Fetcher#offline()} for none
 * @param expired the deadline: true once the caller stops waiting
 */
public record VerificationPolicy(
        Instant at,
        Fetcher fetcher,
        TrustRegistry trust,
        @Nullable String recipient,
        boolean fetchIssuerProfile,
        boolean refresh,
        boolean evidence,
        boolean allowLoopback,
        Fetcher documents,
        BooleanSupplier expired) {
    /** The allowed difference between two clocks. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    public VerificationPolicy {
        Objects.requireNonNull(at);
        Objects.requireNonNull(fetcher);
        Objects.requireNonNull(trust);
        Objects.requireNonNull(documents);
        Objects.requireNonNull(expired);
    }

    /** Verification at an instant with a fetcher; no trust registry, no optional fetch but the issuer's Profile. */
    public static VerificationPolicy at(Instant at, Fetcher fetcher) {
        return new VerificationPolicy(
                at, fetcher, TrustRegistry.empty(), null, true, false, false, false, Fetcher.offline(), () -> false);
    }

    public VerificationPolicy withFetcher(Fetcher other) {
        return new VerificationPolicy(
                at, other, trust, recipient, fetchIssuerProfile, refresh, evidence, allowLoopback, documents, expired);
    }

    public VerificationPolicy withTrust(TrustRegistry registry) {
        return new VerificationPolicy(
                at,
                fetcher,
                registry,
                recipient,
                fetchIssuerProfile,
                refresh,
                evidence,
                allowLoopback,
                documents,
                expired);
    }

    public VerificationPolicy withLoopback() {
        return new VerificationPolicy(
                at, fetcher, trust, recipient, fetchIssuerProfile, refresh, evidence, true, documents, expired);
    }

    public VerificationPolicy withRecipient(String known) {
        return recipient(known);
    }

    public VerificationPolicy withoutRecipient() {
        return recipient(null);
    }

    private VerificationPolicy recipient(@Nullable String known) {
        return new VerificationPolicy(
                at, fetcher, trust, known, fetchIssuerProfile, refresh, evidence, allowLoopback, documents, expired);
    }

    public VerificationPolicy withRefresh() {
        return new VerificationPolicy(
                at, fetcher, trust, recipient, fetchIssuerProfile, true, evidence, allowLoopback, documents, expired);
    }

    public VerificationPolicy withEvidence() {
        return new VerificationPolicy(
                at, fetcher, trust, recipient, fetchIssuerProfile, refresh, true, allowLoopback, documents, expired);
    }

    public VerificationPolicy withDocuments(Fetcher given) {
        return new VerificationPolicy(
                at, fetcher, trust, recipient, fetchIssuerProfile, refresh, evidence, allowLoopback, given, expired);
    }

    public VerificationPolicy withDeadline(BooleanSupplier passed) {
        return new VerificationPolicy(
                at, fetcher, trust, recipient, fetchIssuerProfile, refresh, evidence, allowLoopback, documents, passed);
    }
}
