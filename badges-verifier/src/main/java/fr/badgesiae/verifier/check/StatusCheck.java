package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.status.BitListKind;
import fr.badgesiae.verifier.status.RevocationLists;
import fr.badgesiae.verifier.status.StatusAnswer;
import fr.badgesiae.verifier.status.StatusEntry;
import fr.badgesiae.verifier.status.StatusLists;
import fr.badgesiae.verifier.status.StatusTokenVerifier;
import fr.badgesiae.verifier.status.StatusTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * STATUS: every entry of {@code credentialStatus}. A set bit is FAILED. A list that is unreachable, by another issuer, not
 * proven or not current is INCONCLUSIVE and never PASSED.
 */
public final class StatusCheck implements Check {
    /** Credentials in use have only a few. */
    static final int MAX_ENTRIES = 32;

    private final StatusLists lists;
    private final RevocationLists revocations = new RevocationLists();
    private final StatusTokens tokens;

    /**
     * @param proof the PROOF check, applied to list credentials
     * @param token verifies status list tokens
     */
    public StatusCheck(Check proof, StatusTokenVerifier token) {
        this.lists = new StatusLists(proof, new ValidityPeriodCheck());
        this.tokens = new StatusTokens(token);
    }

    @Override
    public CheckName name() {
        return CheckName.STATUS;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        List<StatusAnswer> answers = new ArrayList<>();
        List<JsonNode> entries =
                ParsedCredential.each(context.credential().document().path("credentialStatus"));
        if (entries.size() > MAX_ENTRIES) {
            return Check.answer(
                    CheckName.STATUS,
                    Outcome.INCONCLUSIVE,
                    ReasonCode.STATUS_TOO_MANY_ENTRIES.with(Integer.toString(MAX_ENTRIES)));
        }
        entries.forEach(entry -> answers.add(entry(entry, context)));
        claim(context.credential()).ifPresent(claim -> answers.add(claimed(claim, context)));
        if (answers.isEmpty()) {
            return Check.answer(CheckName.STATUS, Outcome.NOT_APPLICABLE, ReasonCode.STATUS_NONE.with());
        }
        StatusAnswer mostSevere = answers.stream().min(StatusAnswer.SEVERITY).orElseThrow();
        List<Finding> findings = new ArrayList<>();
        answers.forEach(answer -> findings.addAll(answer.findings()));
        return Check.answer(CheckName.STATUS, mostSevere.outcome(), mostSevere.reason(), findings);
    }

    /**
     * The {@code status} claim of a JWT (IETF Token Status List, section 6), in addition to the entries of the credential.
     */
    private static Optional<JsonNode> claim(ParsedCredential credential) {
        return credential.jws().map(jws -> jws.payload().path("status")).filter(JsonNode::isContainerNode);
    }

    /** The claim may name other mechanisms, which are unsupported. */
    private StatusAnswer claimed(JsonNode claim, VerificationContext context) {
        if (claim.isObject() && !claim.has("status_list")) {
            String mechanisms =
                    claim.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(" "));
            return StatusAnswer.inconclusive(ReasonCode.STATUS_TYPE_UNKNOWN.with(mechanisms), List.of());
        }
        return tokens.ask(claim, context);
    }

    private StatusAnswer entry(JsonNode node, VerificationContext context) {
        List<String> types = ParsedCredential.strings(node.path("type"));
        if (types.isEmpty()) {
            return StatusAnswer.malformed();
        }
        if (types.contains("BitstringStatusListEntry")) {
            return bits(BitListKind.BITSTRING, node, context);
        }
        if (types.contains("StatusList2021Entry")) {
            return bits(BitListKind.STATUS_LIST_2021, node, context);
        }
        if (types.contains("1EdTechRevocationList")) {
            return revocations.ask(node, context);
        }
        return StatusAnswer.inconclusive(ReasonCode.STATUS_TYPE_UNKNOWN.with(String.join(" ", types)), List.of());
    }

    private StatusAnswer bits(BitListKind kind, JsonNode node, VerificationContext context) {
        return StatusEntry.parse(kind, node)
                .map(entry -> lists.ask(entry, context))
                .orElseGet(StatusAnswer::malformed);
    }
}
