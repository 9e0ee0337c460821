package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.CredentialClass;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.schema.BundledSchema;
import fr.badgesiae.verifier.schema.CredentialSchemas;
import fr.badgesiae.verifier.schema.JsonSchemas;
import fr.badgesiae.verifier.schema.ModelRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * SCHEMA: the credential conforms to the strict JSON Schema of its class (Achievement-, Endorsement- or ClrCredential).
 * Conformance to the loose schema of the JSON-LD form only is a WARNING. The subject is identified, and the schemas named by
 * the credential are honoured.
 */
public final class SchemaCheck implements Check {
    private static final int MAX_KINDS = 100;

    private final JsonSchemas schemas = new JsonSchemas();
    private final CredentialSchemas own = new CredentialSchemas(schemas);

    @Override
    public CheckName name() {
        return CheckName.SCHEMA;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        ParsedCredential credential = context.credential();
        CredentialClass expected = context.expected();
        if (!expected.isNamedBy(credential)) {
            Reason other = expected == CredentialClass.ENDORSEMENT
                    ? ReasonCode.SCHEMA_NOT_AN_ENDORSEMENT.with()
                    : ReasonCode.SCHEMA_NOT_A_BADGE.with(kinds(credential));
            return answer(Outcome.FAILED, other, List.of());
        }
        String url = expected.schema(credential.isVersion1());
        List<String> strict = violations(schemas.bundled(url), context);
        if (!strict.isEmpty()) {
            List<String> loose = violations(schemas.looseFormOf(url), context);
            if (!loose.isEmpty()) {
                return violated(loose);
            }
        }
        Optional<String> broken = ModelRules.broken(credential, ContextCheck.coversRdf(credential));
        if (broken.isPresent()) {
            return violated(List.of(broken.get()));
        }
        if (expected != CredentialClass.ENDORSEMENT && !subjectIdentified(credential)) {
            return answer(Outcome.FAILED, ReasonCode.SCHEMA_SUBJECT_NOT_IDENTIFIED.with(), List.of());
        }
        return own.examine(context).orElseGet(() -> conforms(strict));
    }

    /** The declared types that say more than "credential", shortened. */
    private static String kinds(ParsedCredential credential) {
        String kinds = credential.types().stream()
                .filter(type -> !type.equals("VerifiableCredential"))
                .collect(Collectors.joining(" "));
        return kinds.isEmpty()
                ? "VerifiableCredential"
                : kinds.length() > MAX_KINDS ? kinds.substring(0, MAX_KINDS) : kinds;
    }

    private static CheckResult violated(List<String> rules) {
        return answer(
                Outcome.FAILED, ReasonCode.SCHEMA_DOES_NOT_CONFORM.with(rules.get(0)), JsonSchemas.findings(rules));
    }

    private static CheckResult conforms(List<String> strict) {
        return strict.isEmpty()
                ? answer(Outcome.PASSED, ReasonCode.SCHEMA_CONFORMS.with(), List.of())
                : answer(
                        Outcome.WARNING,
                        ReasonCode.SCHEMA_LOOSE_ONLY.with(strict.get(0)),
                        JsonSchemas.findings(strict));
    }

    private static List<String> violations(Optional<BundledSchema> bundled, VerificationContext context) {
        return JsonSchemas.violations(bundled.orElseThrow(), context);
    }

    /** The subject has an id or at least one identifier (OB 3.0 B.1.3, CLR 2.0 ClrSubject); the published schemas do not require it. */
    private static boolean subjectIdentified(ParsedCredential credential) {
        List<JsonNode> subjects = ParsedCredential.each(credential.document().path("credentialSubject"));
        return !subjects.isEmpty()
                && subjects.stream()
                        .allMatch(subject -> isText(ParsedCredential.stated(subject.path("id")))
                                || !ParsedCredential.each(subject.path("identifier"))
                                        .isEmpty());
    }

    private static boolean isText(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank();
    }

    private static CheckResult answer(Outcome outcome, Reason reason, List<Finding> findings) {
        return Check.answer(CheckName.SCHEMA, outcome, reason, findings);
    }
}
