package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.Digest;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The schemas that a credential names in {@code credentialSchema}: from the catalogue, else fetched under limits. */
public final class CredentialSchemas {
    private static final Set<String> TYPES = Set.of("1EdTechJsonSchemaValidator2019", "JsonSchema");
    private static final int MAX_SCHEMAS = 8;
    private static final FetchLimits LIMITS = new FetchLimits(256 << 10, 3, false);

    private final JsonSchemas schemas;

    public CredentialSchemas(JsonSchemas schemas) {
        this.schemas = schemas;
    }

    /** The most severe result; empty when the credential conforms to each schema. */
    public Optional<CheckResult> examine(VerificationContext context) {
        List<JsonNode> named =
                ParsedCredential.each(context.credential().document().path("credentialSchema"));
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (named.size() > MAX_SCHEMAS) {
            return Optional.of(answer(
                    Outcome.INCONCLUSIVE,
                    ReasonCode.SCHEMA_TOO_MANY_OWN_SCHEMAS.with(Integer.toString(MAX_SCHEMAS)),
                    List.of()));
        }
        List<CheckResult> answers = named.stream()
                .map(schema -> examine(schema, context))
                .flatMap(Optional::stream)
                .toList();
        return List.of(Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.WARNING).stream()
                .flatMap(outcome -> answers.stream().filter(answer -> answer.outcome() == outcome))
                .findFirst();
    }

    private Optional<CheckResult> examine(JsonNode named, VerificationContext context) {
        String id = named.path("id").asText("");
        List<String> types = ParsedCredential.strings(named.path("type"));
        if (types.stream().noneMatch(TYPES::contains)) {
            return Optional.of(answer(
                    Outcome.WARNING,
                    ReasonCode.SCHEMA_OWN_SCHEMA_TYPE_UNKNOWN.with(String.join(" ", types)),
                    List.of()));
        }
        boolean bound = named.has("digestSRI") || named.has("digestMultibase");
        Optional<Digest> digest = bound ? Digest.of(named) : Optional.empty();
        if (bound && digest.isEmpty()) {
            return inconclusive(ReasonCode.SCHEMA_OWN_SCHEMA_DIGEST_UNKNOWN, id);
        }
        Optional<BundledSchema> bundled = schemas.bundled(id);
        boolean ours = digest.isEmpty()
                || schemas.bytes(id).filter(digest.get()::matches).isPresent();
        if (bundled.isEmpty() || !ours) {
            return fetched(id, digest, context);
        }
        Optional<CheckResult> violated = violated(id, bundled.get(), context);
        return violated.map(answer -> loosely(id, context) ? warning(answer) : answer);
    }

    private static CheckResult warning(CheckResult violated) {
        String first = violated.reason().arguments().get(1);
        return answer(Outcome.WARNING, ReasonCode.SCHEMA_LOOSE_ONLY.with(first), violated.findings());
    }

    /** Whether it is a published strict schema and the badge conforms to its loose form. */
    private boolean loosely(String id, VerificationContext context) {
        return schemas.looseFormOf(id)
                .map(loose -> JsonSchemas.violations(loose, context))
                .map(List::isEmpty)
                .orElse(false);
    }

    private Optional<CheckResult> fetched(String id, Optional<Digest> digest, VerificationContext context) {
        Optional<URI> uri = uri(id);
        if (uri.isEmpty()) {
            return inconclusive(ReasonCode.SCHEMA_OWN_SCHEMA_UNREACHABLE, id);
        }
        FetchResult answer = context.fetcher().fetch(uri.get(), LIMITS);
        if (!(answer instanceof FetchResult.Fetched fetched)) {
            return inconclusive(ReasonCode.SCHEMA_OWN_SCHEMA_UNREACHABLE, id);
        }
        if (digest.isPresent() && !digest.get().matches(fetched.body())) {
            return Optional.of(answer(
                    Outcome.FAILED,
                    ReasonCode.SCHEMA_OWN_SCHEMA_DIGEST_DIFFERS.with(id),
                    findings(digest.get(), fetched.body())));
        }
        Optional<RemoteSchema> schema = schemas.foreign(fetched.body());
        return schema.isPresent()
                ? violated(id, schema.get(), context)
                : inconclusive(ReasonCode.SCHEMA_OWN_SCHEMA_UNUSABLE, id);
    }

    private static List<Finding> findings(Digest digest, byte[] body) {
        return List.of(
                new Finding("schema.length", Integer.toString(body.length), ""),
                new Finding("schema.sha256", Sha256.hex(body), ""),
                new Finding("schema.digest", digest.algorithm() + " " + digest.hex(body), "vc-data-model-2.0 5.3"));
    }

    /** A violation counts even when other parts of the schema could not be evaluated. */
    private static Optional<CheckResult> violated(String id, RemoteSchema schema, VerificationContext context) {
        List<String> violations = schema.violations(context.credential().document());
        return violations.isEmpty() ? schema.open().flatMap(code -> inconclusive(code, id)) : violated(id, violations);
    }

    private static Optional<CheckResult> violated(String id, BundledSchema schema, VerificationContext context) {
        return violated(id, JsonSchemas.violations(schema, context));
    }

    private static Optional<CheckResult> violated(String id, List<String> violations) {
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(answer(
                        Outcome.FAILED,
                        ReasonCode.SCHEMA_OWN_SCHEMA_VIOLATED.with(id, violations.get(0)),
                        JsonSchemas.findings(violations)));
    }

    private static Optional<CheckResult> inconclusive(ReasonCode code, String id) {
        return Optional.of(answer(Outcome.INCONCLUSIVE, code.with(id), List.of()));
    }

    private static Optional<URI> uri(String id) {
        try {
            return Optional.of(URI.create(id)).filter(URI::isAbsolute);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CheckResult answer(Outcome outcome, Reason reason, List<Finding> findings) {
        return Check.answer(CheckName.SCHEMA, outcome, reason, findings);
    }
}
