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

/**
 * One credential being judged: what was read, the policy, the budgeted fetcher, the answers so far, and what the checks
 * share so that it is computed once (an expansion, a resolved issuer document). Used by one thread.
 */
public final class VerificationContext {
    private final ReadResult reading;
    private final VerificationPolicy policy;
    private final Fetcher fetcher;
    private final CredentialClass expected;
    private final NestedVerifier nestedVerifier;
    private ReadResult replacement;
    private final List<VerificationReport> endorsements = new ArrayList<>();
    private final Map<CheckName, CheckResult> earlier = new EnumMap<>(CheckName.class);
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private BadgeSummary summary;

    /**
     * @param fetcher the budgeted fetcher of this credential; the policy's own is not to be used by checks
     */
    public VerificationContext(ReadResult reading, VerificationPolicy policy, Fetcher fetcher) {
        this(reading, policy, fetcher, CredentialClass.BADGE, null);
    }

    /**
     * @param expected what the credential is to be where it was found
     * @param nestedVerifier judges the credentials inside this one; null where they are followed no further
     */
    public VerificationContext(
            ReadResult reading,
            VerificationPolicy policy,
            Fetcher fetcher,
            CredentialClass expected,
            NestedVerifier nestedVerifier) {
        this.reading = reading;
        this.policy = policy;
        this.fetcher = fetcher;
        this.expected = expected;
        this.nestedVerifier = nestedVerifier;
    }

    public ReadResult reading() {
        return reading;
    }

    /** The credential; only checks after FORMAT may ask. */
    public ParsedCredential credential() {
        return reading.credential().orElseThrow(() -> new IllegalStateException("FORMAT did not pass"));
    }

    public VerificationPolicy policy() {
        return policy;
    }

    /** Documents the caller gave, then the policy's fetcher within the budgets; each address at most once a report. */
    public Fetcher fetcher() {
        return fetcher;
    }

    /** The answer of an earlier check, or empty when it has not run (a status list, say, is only asked for its proof). */
    public Optional<CheckResult> earlier(CheckName name) {
        return Optional.ofNullable(earlier.get(name));
    }

    /** Whether an earlier check ran and answered PASSED or WARNING. */
    public boolean passed(CheckName name) {
        return earlier(name)
                .map(result -> result.outcome() == Outcome.PASSED || result.outcome() == Outcome.WARNING)
                .orElse(false);
    }

    /** Records an answer. */
    public void record(CheckResult result) {
        earlier.put(result.name(), result);
    }

    /** A value that several checks need, made at most once a credential. */
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

    /** What the credential is to be where it was found. */
    public CredentialClass expected() {
        return expected;
    }

    /** Who judges the credentials inside this one; empty where they are followed no further. */
    public Optional<NestedVerifier> nestedVerifier() {
        return Optional.ofNullable(nestedVerifier);
    }

    /** Lets a newer copy take the place of the credential: every check is asked again about that one. */
    public void replace(ReadResult newer) {
        this.replacement = newer;
    }

    /** A judgement of the newer copy under the same policy and budget, which asks for no newer one; or empty. */
    public Optional<VerificationContext> replaced() {
        return Optional.ofNullable(replacement)
                .map(newer -> new VerificationContext(newer, policy, fetcher, expected, nestedVerifier));
    }

    /** Keeps the report of an endorsement for the report of this credential. */
    public void keep(VerificationReport endorsement) {
        endorsements.add(endorsement);
    }

    /** The reports kept so far. */
    public List<VerificationReport> endorsements() {
        return List.copyOf(endorsements);
    }

    /** What the badge says of itself, as far as it was read; empty before FORMAT passed. */
    public Optional<BadgeSummary> summary() {
        return summary == null
                ? reading.credential().map(credential -> BadgeSummary.ofCredential(credential.document()))
                : Optional.of(summary);
    }

    /** Replaces what the document alone says, where parts of a badge lie at other addresses. */
    public void summarise(BadgeSummary found) {
        summary = found;
    }

    /** The issuer's id, wherever this version of Open Badges names it; or null. */
    public String issuerId() {
        return summary().map(BadgeSummary::issuerId).orElse(null);
    }

    /** Another credential judged under the same policy and budget, such as a status list. */
    public VerificationContext nested(ReadResult other) {
        return new VerificationContext(other, policy, fetcher);
    }
}
