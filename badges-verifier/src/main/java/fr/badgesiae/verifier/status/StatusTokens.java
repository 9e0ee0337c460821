package fr.badgesiae.verifier.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.proof.ProofResult;
import fr.badgesiae.verifier.read.CompactJws;
import fr.badgesiae.verifier.read.TokenReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up a Token Status List (IETF): a JWT of type {@code statuslist+jwt}, signed by the badge's issuer. */
public final class StatusTokens {
    private static final String SPEC = "ietf-oauth-status-list 8.3";
    private static final int VALID = 0;
    private static final int INVALID = 1;
    private static final int SUSPENDED = 2;

    private final StatusTokenVerifier proof;

    public StatusTokens(StatusTokenVerifier proof) {
        this.proof = proof;
    }

    /** @param claim the {@code status} claim of the badge's JWT */
    public StatusAnswer ask(JsonNode claim, VerificationContext context) {
        JsonNode reference = claim.path("status_list");
        JsonNode index = reference.path("idx");
        String address = reference.path("uri").textValue();
        Optional<URI> uri = StatusEntry.address(address);
        if (uri.isEmpty() || !index.isIntegralNumber() || !index.canConvertToLong() || index.longValue() < 0) {
            return StatusAnswer.malformed();
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("status.list", address, SPEC));
        findings.add(new Finding("status.index", index.asText(), SPEC));
        FetchResult answer = context.fetcher().fetch(uri.get(), FetchLimits.DOCUMENT);
        if (!(answer instanceof FetchResult.Fetched fetched)) {
            String failure = ((FetchResult.Failed) answer).failure().name();
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREACHABLE.with(address, failure), findings);
        }
        findings.add(new Finding("status.listLength", Integer.toString(fetched.body().length), ""));
        findings.add(new Finding("status.listSha256", Sha256.hex(fetched.body()), ""));
        Optional<CompactJws> token = TokenReader.read(fetched.body());
        Optional<Reason> refusal = token.isEmpty()
                ? Optional.of(ReasonCode.STATUS_LIST_UNREADABLE.with(address))
                : refusal(address, token.get(), context, findings);
        if (refusal.isPresent()) {
            return StatusAnswer.inconclusive(refusal.get(), findings);
        }
        return values(address, index.longValue(), token.get(), fetched.stale(), findings);
    }

    private Optional<Reason> refusal(
            String address, CompactJws token, VerificationContext context, List<Finding> findings) {
        ObjectNode payload = token.payload();
        String type = token.header().path("typ").asText().replaceFirst("^(?i)application/", "");
        JsonNode ttl = payload.path("ttl");
        if (!type.equalsIgnoreCase("statuslist+jwt")
                || !payload.path("status_list").isObject()
                || !(ttl.isMissingNode() || (ttl.isNumber() && ttl.doubleValue() > 0))) {
            return Optional.of(ReasonCode.STATUS_LIST_UNREADABLE.with(address));
        }
        String issuer = context.credential().issuerId();
        if (issuer == null
                || (payload.has("iss") && !issuer.equals(payload.path("iss").textValue()))) {
            return Optional.of(ReasonCode.STATUS_LIST_ISSUER_DIFFERS.with(address));
        }
        ProofResult proven = proof.verify(token, issuer, context);
        findings.add(new Finding("status.listProof", proven.reason().code(), SPEC));
        if (!proven.proven()) {
            return Optional.of(ReasonCode.STATUS_LIST_NOT_PROVEN.with(address));
        }
        return current(payload, context.policy().at())
                ? Optional.empty()
                : Optional.of(ReasonCode.STATUS_LIST_NOT_CURRENT.with(address));
    }

    /**
     * {@code iat} is required and past, as is {@code nbf} if present; {@code exp} is in the future. {@code ttl} is for
     * caches and belongs to the fetcher.
     */
    private static boolean current(ObjectNode payload, Instant at) {
        JsonNode expiry = payload.path("exp");
        double now = at.getEpochSecond();
        return isBehind(payload.path("iat"), now)
                && (!payload.has("nbf") || isBehind(payload.path("nbf"), now))
                && (expiry.isMissingNode() || (expiry.isNumber() && now < expiry.doubleValue()));
    }

    private static boolean isBehind(JsonNode seconds, double now) {
        return seconds.isNumber() && seconds.doubleValue() <= now + VerificationPolicy.CLOCK_TOLERANCE.toSeconds();
    }

    private static StatusAnswer values(
            String address, long index, CompactJws token, boolean stale, List<Finding> findings) {
        JsonNode list = token.payload().path("status_list");
        Optional<TokenStatusList> unpacked;
        try {
            unpacked = TokenStatusList.decode(
                    list.path("bits").isInt() ? list.path("bits").intValue() : 0,
                    list.path("lst").asText("*"));
        } catch (BitstringStatusList.TooLargeException e) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_TOO_LARGE.with(address), findings);
        }
        if (unpacked.isEmpty()) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREADABLE.with(address), findings);
        }
        findings.add(
                new Finding("status.listEntries", Long.toString(unpacked.get().size()), SPEC));
        if (index >= unpacked.get().size()) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_INDEX_OUT_OF_RANGE.with(Long.toString(index)), findings);
        }
        int value = unpacked.get().value(index);
        findings.add(new Finding("status.value", Integer.toString(value), "ietf-oauth-status-list 7.1"));
        return switch (value) {
            case VALID -> clear(address, token, stale, findings);
            case INVALID -> StatusAnswer.failed(ReasonCode.STATUS_REVOKED.with(), findings);
            case SUSPENDED -> StatusAnswer.failed(ReasonCode.STATUS_SUSPENDED.with(), findings);
            default -> StatusAnswer.failed(ReasonCode.STATUS_FLAG_SET.with("0x%02X".formatted(value)), findings);
        };
    }

    /** A token for another address proves nothing by a clear value; a set one is known all the same. */
    private static StatusAnswer clear(String address, CompactJws token, boolean stale, List<Finding> findings) {
        if (!address.equals(token.payload().path("sub").textValue())) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_ID_DIFFERS.with(address), findings);
        }
        return stale
                ? StatusAnswer.warning(ReasonCode.STATUS_LIST_STALE.with(address), findings)
                : new StatusAnswer(Outcome.PASSED, ReasonCode.STATUS_NOT_SET.with(), findings);
    }
}
