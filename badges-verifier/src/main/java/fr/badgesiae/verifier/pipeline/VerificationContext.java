package fr.badgesiae.verifier.pipeline;

import fr.badgesiae.verifier.BadgeSummary;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.ReadResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of one verification: the read credential, the policy, the budgeted fetcher, earlier results, and values shared
 * by several checks (an expansion, a key resolver). Used by one thread.
 */
public final class VerificationContext {
    private final ReadResult reading;
    private final VerificationPolicy policy;
    private final Fetcher fetcher;
    private final CredentialClass expected;
    private final Optional<NestedVerifier> nestedVerifier;
    private Optional<ParsedCredential> published = Optional.empty();
    private Optional<ReadResult> replacement = Optional.empty();
    private final List<VerificationReport> endorsements = new ArrayList<>();
    private final Map<CheckName, CheckResult> earlier = new EnumMap<>(CheckName.class);
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private Optional<BadgeSummary> summary = Optional.empty();

    /** @param fetcher the budgeted fetcher of this credential; checks never use the fetcher of the policy */
    public VerificationContext(ReadResult reading, VerificationPolicy policy, Fetcher fetcher) {
        this(reading, policy, fetcher, CredentialClass.ofSubmitted(reading));
    }

    /** @param expected the expected class of the credential; its embedded credentials are not followed */
    public VerificationContext(
            ReadResult reading, VerificationPolicy policy, Fetcher fetcher, CredentialClass expected) {
        this(reading, policy, fetcher, expected, Optional.empty());
    }

    /**
     * A submitted credential, judged by the class of its kind.
     *
     * @param nestedVerifier verifies the endorsements of a badge or record; those of an endorsement are not followed
     */
    public VerificationContext(
            ReadResult reading, VerificationPolicy policy, Fetcher fetcher, NestedVerifier nestedVerifier) {
        this(
                reading,
                policy,
                fetcher,
                CredentialClass.ofSubmitted(reading),
                Optional.of(nestedVerifier)
                        .filter(any -> CredentialClass.ofSubmitted(reading) != CredentialClass.ENDORSEMENT));
    }

    private VerificationContext(
            ReadResult reading,
            VerificationPolicy policy,
            Fetcher fetcher,
            CredentialClass expected,
            Optional<NestedVerifier> nestedVerifier) {
        this.reading = reading;
        this.policy = policy;
        this.fetcher = fetcher;
        this.expected = expected;
        this.nestedVerifier = nestedVerifier;
    }

    public ReadResult reading() {
        return reading;
    }

    /** The credential that the checks judge. Throws before FORMAT passed. */
    public ParsedCredential credential() {
        return judged().orElseThrow(() -> new IllegalStateException("FORMAT did not pass"));
    }

    /** The credential that the checks judge: as published where that replaced the submitted copy. */
    public Optional<ParsedCredential> judged() {
        return published.or(reading::credential);
    }

    /** Judges what a hosted badge's address publishes, in place of the submitted copy. */
    public void judge(ParsedCredential document) {
        published = Optional.of(document);
    }

    public VerificationPolicy policy() {
        return policy;
    }

    /** Documents of the caller first, then the policy's fetcher within the budgets; each URL at most once a report. */
    public Fetcher fetcher() {
        return fetcher;
    }

    /**
     * The result of an earlier check; empty when it did not run. A status list, for example, is only checked for its proof.
     */
    public Optional<CheckResult> earlier(CheckName name) {
        return Optional.ofNullable(earlier.get(name));
    }

    /** Whether an earlier check returned PASSED or WARNING. */
    public boolean passed(CheckName name) {
        return earlier(name)
                .map(result -> result.outcome() == Outcome.PASSED || result.outcome() == Outcome.WARNING)
                .orElse(false);
    }

    /** Records a result. */
    public void record(CheckResult result) {
        earlier.put(result.name(), result);
    }

    /** A value that several checks need, computed at most once a credential. */
    public <T> T shared(Class<T> type, Supplier<T> maker) {
        Object value = shared.get(type);
        if (value == null) {
            value = maker.get();
            shared.put(type, value);
        }
        return type.cast(value);
    }

    /** The key resolver of this credential, shared by ISSUER and PROOF: each controller document is read once. */
    public KeyResolver keyResolver(PublicKeys keys) {
        return shared(
                KeyResolver.class, () -> new KeyResolver(keys, new IssuerDocuments(fetcher), policy.allowLoopback()));
    }

    /** The expected class of the credential. */
    public CredentialClass expected() {
        return expected;
    }

    /** The verifier of embedded credentials; empty where they are not followed. */
    public Optional<NestedVerifier> nestedVerifier() {
        return nestedVerifier;
    }

    /** Replaces the credential by a newer copy: every check runs again on that copy. */
    public void replace(ReadResult newer) {
        this.replacement = Optional.of(newer);
    }

    /**
     * The context of the newer copy, under the same policy and budget and without a further refresh; empty when there is
     * none.
     */
    public Optional<VerificationContext> replaced() {
        return replacement.map(newer -> new VerificationContext(newer, policy, fetcher, expected, nestedVerifier));
    }

    /** Adds the report of an endorsement to the report of this credential. */
    public void keep(VerificationReport endorsement) {
        endorsements.add(endorsement);
    }

    /** The reports of endorsements so far. */
    public List<VerificationReport> endorsements() {
        return List.copyOf(endorsements);
    }

    /** The badge's own description of itself; empty before FORMAT passed. */
    public Optional<BadgeSummary> summary() {
        return summary.or(() -> judged().map(credential -> BadgeSummary.ofCredential(credential.document())));
    }

    /** Replaces the summary of the document, for badges whose parts lie at other URLs. */
    public void summarise(BadgeSummary found) {
        summary = Optional.of(found);
    }

    /** The issuer's id in either version of Open Badges, or null. */
    public @Nullable String issuerId() {
        return summary().map(BadgeSummary::issuerId).orElse(null);
    }

    /** The context of another credential, such as a status list, under the same policy and budget. */
    public VerificationContext nested(ReadResult other) {
        return new VerificationContext(other, policy, fetcher);
    }
}
