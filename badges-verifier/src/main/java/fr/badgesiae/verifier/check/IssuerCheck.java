package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.IssuerDocuments.Found;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ISSUER: the issuer is present, is a Profile, and its DID resolves. The Profile at an https id is fetched, when the policy
 * allows, and compared (ob-3.0 8.5). A missing type is left to SCHEMA, where its location is known.
 */
public final class IssuerCheck implements Check {
    private static final String SPEC = "ob-3.0 B.1.9";
    private final PublicKeys keys;

    public IssuerCheck(PublicKeys keys) {
        this.keys = keys;
    }

    @Override
    public CheckName name() {
        return CheckName.ISSUER;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        ParsedCredential credential = context.credential();
        String id = credential.issuerId();
        JsonNode issuer = credential.stated("issuer");
        if (id == null) {
            boolean missing = issuer.isMissingNode()
                    || (issuer.isObject()
                            && ParsedCredential.stated(issuer.path("id")).isMissingNode());
            return missing
                    ? answer(Outcome.FAILED, ReasonCode.ISSUER_MISSING, List.of())
                    : answer(Outcome.INCONCLUSIVE, ReasonCode.ISSUER_MALFORMED, List.of());
        }
        List<Finding> findings = new ArrayList<>(List.of(new Finding("issuer.id", id, SPEC)));
        List<String> types = ParsedCredential.strings(issuer.path("type"));
        CheckResult found = found(context, issuer, id, findings);
        // A defect of form, which SCHEMA reports. The issuer's keys decide who signed.
        return found.outcome() == Outcome.PASSED && !types.isEmpty() && !types.contains("Profile")
                ? answer(Outcome.WARNING, ReasonCode.ISSUER_TYPE_WRONG, found.findings(), String.join(" ", types))
                : found;
    }

    private CheckResult found(VerificationContext context, JsonNode issuer, String id, List<Finding> findings) {
        KeyResolver resolver = context.keyResolver(keys);
        if (id.startsWith("did:")) {
            return did(id, resolver, findings);
        }
        Optional<URI> address = resolver.documentAddress(id);
        if (address.isEmpty()) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.ISSUER_ID_NOT_RESOLVABLE, findings, id);
        }
        if (!context.policy().fetchIssuerProfile()) {
            return answer(Outcome.PASSED, ReasonCode.ISSUER_NOT_ASKED, findings);
        }
        return profile(issuer, id, resolver.documents().get(address.get()), findings);
    }

    private CheckResult did(String id, KeyResolver resolver, List<Finding> findings) {
        return switch (resolver.resolve(id)) {
            case RESOLVED -> answer(Outcome.PASSED, ReasonCode.ISSUER_RESOLVED, findings);
            case STALE -> answer(Outcome.WARNING, ReasonCode.ISSUER_DOCUMENT_STALE, findings);
            case NO_DOCUMENT -> {
                findings.addAll(resolver.ofDid(id).findings());
                yield answer(Outcome.INCONCLUSIVE, ReasonCode.ISSUER_DOCUMENT_UNREACHABLE, findings, id);
            }
            case UNSUPPORTED -> answer(Outcome.INCONCLUSIVE, ReasonCode.ISSUER_ID_NOT_RESOLVABLE, findings, id);
            case OTHER_ID -> answer(Outcome.FAILED, ReasonCode.ISSUER_DOCUMENT_ID_DIFFERS, findings, id);
        };
    }

    private CheckResult profile(JsonNode issuer, String id, IssuerDocuments.Answer answer, List<Finding> findings) {
        if (answer instanceof IssuerDocuments.Unreachable unreachable) {
            findings.add(
                    new Finding("issuer.document-missing", unreachable.failure().name(), SPEC));
            return answer(Outcome.INCONCLUSIVE, ReasonCode.ISSUER_DOCUMENT_UNREACHABLE, findings, id);
        }
        if (!(answer instanceof Found found)) {
            // Many issuers serve an HTML page at their id, which says nothing against the badge.
            return answer(Outcome.WARNING, ReasonCode.ISSUER_PROFILE_NOT_PUBLISHED, findings, id);
        }
        findings.add(new Finding("issuer.documentLength", Integer.toString(found.length()), SPEC));
        findings.add(new Finding("issuer.documentSha256", found.sha256(), SPEC));
        JsonNode profile = found.json();
        if (profile.has("id") && !id.equals(profile.path("id").textValue())) {
            return answer(Outcome.FAILED, ReasonCode.ISSUER_DOCUMENT_ID_DIFFERS, findings, id);
        }
        if (!profile.has("id") && !profile.has("name") && !profile.has("type")) {
            return answer(Outcome.WARNING, ReasonCode.ISSUER_PROFILE_NOT_PUBLISHED, findings, id);
        }
        for (String member : List.of("name", "url", "email")) {
            JsonNode published = profile.path(member);
            JsonNode claimed = issuer.path(member);
            if (published.isTextual() && claimed.isTextual() && !published.equals(claimed)) {
                return answer(Outcome.WARNING, ReasonCode.ISSUER_PROFILE_DIFFERS, findings, member);
            }
        }
        return found.stale()
                ? answer(Outcome.WARNING, ReasonCode.ISSUER_DOCUMENT_STALE, findings)
                : answer(Outcome.PASSED, ReasonCode.ISSUER_RESOLVED, findings);
    }

    private CheckResult answer(Outcome outcome, ReasonCode code, List<Finding> findings, String... arguments) {
        return Check.answer(name(), outcome, code.with(arguments), findings);
    }
}
