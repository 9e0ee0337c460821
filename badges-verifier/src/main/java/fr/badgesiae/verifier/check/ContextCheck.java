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
import fr.badgesiae.verifier.pipeline.ExpandedCredential;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.proof.DataIntegrityProof;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.List;
import java.util.regex.Pattern;

/**
 * CONTEXT: the right contexts in the right order (vc-data-model-2.0 4.3, ob-3.0 B.1.1), and every word of the credential defined
 * by them. Which contexts come first is asked of every badge. Where the proof covers RDF a word without definition is not signed,
 * so it fails; elsewhere it is a warning.
 */
public final class ContextCheck implements Check {
    private static final List<String> CREDENTIALS =
            List.of("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1");
    private static final Pattern OPEN_BADGES =
            Pattern.compile("https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.0\\.[0-9]{1,3})?\\.json");

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
        boolean ordered = CREDENTIALS.contains(contexts.get(0))
                && contexts.size() > 1
                && OPEN_BADGES.matcher(contexts.get(1)).matches();
        if (!ordered) {
            return Check.answer(name(), Outcome.FAILED, ReasonCode.CONTEXT_ORDER_WRONG.with(), findings);
        }
        if (ExpandedCredential.of(context, jsonLd).expansion() instanceof Refused refused) {
            Outcome outcome = covered && refused.problem().isUnreadable() ? Outcome.INCONCLUSIVE : bad(covered);
            return Check.answer(name(), outcome, reason(refused), findings);
        }
        return Check.answer(name(), Outcome.PASSED, ReasonCode.CONTEXT_ALL_DEFINED.with(), findings);
    }

    /** Whether what is signed is the RDF made of a credential rather than its JSON. */
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
