package fr.badgesiae.verifier.check;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import fr.badgesiae.verifier.jsonld.Expansion.Refused;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.CredentialClass;
import fr.badgesiae.verifier.pipeline.ExpandedCredential;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.proof.DataIntegrityProof;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * CONTEXT: the required contexts in the required order (vc-data-model-2.0 4.3, ob-3.0 B.1.1), and every term of the
 * credential defined. An undefined term is not signed where the proof covers RDF, so it fails there; elsewhere it is a
 * warning.
 */
public final class ContextCheck implements Check {
    private static final List<String> CREDENTIALS =
            List.of("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1");
    private static final Pattern OPEN_BADGES =
            Pattern.compile("https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.0\\.[0-9]{1,3})?\\.json");

    private static final Pattern RECORDS =
            Pattern.compile("https://purl\\.imsglobal\\.org/spec/clr/v2p0/context(-2\\.0\\.[0-9]{1,3})?\\.json");

    private final JsonLd jsonLd;

    public ContextCheck(JsonLd jsonLd) {
        this.jsonLd = jsonLd;
    }

    @Override
    public CheckName name() {
        return CheckName.CONTEXT;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        ParsedCredential credential = context.credential();
        List<String> contexts = ParsedCredential.strings(credential.document().path("@context"));
        List<Finding> findings =
                List.of(new Finding("context.list", String.join(" ", contexts), "vc-data-model-2.0 4.3"));
        boolean covered = coversRdf(credential);
        if (contexts.isEmpty()) {
            return Check.answer(name(), Outcome.FAILED, ReasonCode.CONTEXT_MISSING.with(), findings);
        }
        if (!ordered(contexts, context.expected())) {
            return Check.answer(name(), Outcome.FAILED, ReasonCode.CONTEXT_ORDER_WRONG.with(), findings);
        }
        if (ExpandedCredential.of(context, jsonLd).expansion() instanceof Refused refused) {
            Outcome outcome = covered && refused.problem().isUnreadable() ? Outcome.INCONCLUSIVE : bad(covered);
            return Check.answer(name(), outcome, reason(refused), findings);
        }
        return Check.answer(name(), Outcome.PASSED, ReasonCode.CONTEXT_ALL_DEFINED.with(), findings);
    }

    /** A learner record names the context of CLR 2.0 before that of Open Badges (clr-2.0 ClrCredential). */
    private static boolean ordered(List<String> contexts, CredentialClass expected) {
        List<Pattern> wanted =
                expected == CredentialClass.RECORD ? List.of(RECORDS, OPEN_BADGES) : List.of(OPEN_BADGES);
        if (!CREDENTIALS.contains(contexts.get(0)) || contexts.size() <= wanted.size()) {
            return false;
        }
        return IntStream.range(0, wanted.size())
                .allMatch(i -> wanted.get(i).matcher(contexts.get(i + 1)).matches());
    }

    /** Whether the proof covers the RDF of a credential, not its JSON. */
    static boolean coversRdf(ParsedCredential credential) {
        return credential.jws().isEmpty() && DataIntegrityProof.coversRdf(credential.document());
    }

    private static Outcome bad(boolean covered) {
        return covered ? Outcome.FAILED : Outcome.WARNING;
    }

    private static Reason reason(Refused refused) {
        return code(refused.problem()).with(refused.detail());
    }

    private static ReasonCode code(Problem problem) {
        return switch (problem) {
            case UNDEFINED_TERM -> ReasonCode.CONTEXT_UNDEFINED_TERM;
            case TYPE_NOT_ABSOLUTE -> ReasonCode.CONTEXT_TYPE_NOT_ABSOLUTE;
            case ID_NOT_ABSOLUTE -> ReasonCode.CONTEXT_ID_NOT_ABSOLUTE;
            case DATATYPE_NOT_ABSOLUTE -> ReasonCode.CONTEXT_DATATYPE_NOT_ABSOLUTE;
            case VALUE_DROPPED -> ReasonCode.CONTEXT_VALUE_DROPPED;
            case DISGUISED -> ReasonCode.CONTEXT_DISGUISED_STATEMENT;
            case CLASH -> ReasonCode.CONTEXT_CLASH;
            case UNKNOWN_CONTEXT -> ReasonCode.CONTEXT_UNKNOWN;
            case INLINE_CONTEXT -> ReasonCode.CONTEXT_INLINE;
            case INVALID -> ReasonCode.CONTEXT_INVALID_JSON_LD;
            case TOO_MUCH_WORK -> ReasonCode.CONTEXT_TOO_MUCH_WORK;
        };
    }
}
