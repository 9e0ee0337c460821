package fr.badgesiae.verifier.status;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.UnreadableException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a 1EdTech Revocation List (VCRL 1.0): a plain JSON document at the {@code id} that the signed badge names, which lists
 * the ids of revoked credentials. It bears no proof; its address is signed and the connection is authenticated.
 */
public final class RevocationLists {
    private static final String SPEC = "vcrl-1.0 3";

    public StatusAnswer ask(JsonNode entry, VerificationContext context) {
        String address = entry.path("id").textValue();
        Optional<URI> uri = StatusEntry.address(address);
        String credential = context.credential().id();
        if (uri.isEmpty() || credential == null) {
            return StatusAnswer.malformed();
        }
        List<Finding> findings = new ArrayList<>(List.of(new Finding("status.list", address, SPEC)));
        FetchResult answer = context.fetcher().fetch(uri.get(), FetchLimits.DOCUMENT);
        if (!(answer instanceof FetchResult.Fetched fetched)) {
            String failure = ((FetchResult.Failed) answer).failure().name();
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREACHABLE.with(address, failure), findings);
        }
        findings.add(new Finding("status.listLength", Integer.toString(fetched.body().length), ""));
        findings.add(new Finding("status.listSha256", Sha256.hex(fetched.body()), ""));
        JsonNode list;
        try {
            list = JsonReader.object(fetched.body());
        } catch (UnreadableException e) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREADABLE.with(address), findings);
        }
        Optional<Reason> refusal = refusal(address, list, context.credential());
        if (refusal.isPresent()) {
            return StatusAnswer.inconclusive(refusal.get(), findings);
        }
        return listed(address, list, credential, fetched.stale(), findings);
    }

    private static Optional<Reason> refusal(String address, JsonNode list, ParsedCredential badge) {
        JsonNode issuer = list.path("issuer");
        String id = issuer.isTextual() ? issuer.textValue() : issuer.path("id").textValue();
        boolean named = list.has("id") && id != null;
        // Nobody revoked yet: an empty list may be left out.
        if (!revoked(list).isArray() && (!revoked(list).isMissingNode() || !named)) {
            return Optional.of(ReasonCode.STATUS_LIST_UNREADABLE.with(address));
        }
        if (list.has("id") && !address.equals(list.path("id").textValue())) {
            return Optional.of(ReasonCode.STATUS_LIST_ID_DIFFERS.with(address));
        }
        return badge.issuerId() == null
                        || (list.has("issuer") && !badge.issuerId().equals(id))
                ? Optional.of(ReasonCode.STATUS_LIST_ISSUER_DIFFERS.with(address))
                : Optional.empty();
    }

    /** Examples and the table of the specification are not at one over the plural. */
    private static JsonNode revoked(JsonNode list) {
        return list.has("revokedCredentials") ? list.path("revokedCredentials") : list.path("revokedCredential");
    }

    /** Revoked when the list names the credential and does not say that {@code revoked} is false. */
    private static StatusAnswer listed(
            String address, JsonNode list, String credential, boolean stale, List<Finding> findings) {
        JsonNode all = revoked(list);
        boolean readable = true;
        findings.add(new Finding("status.listEntries", Integer.toString(all.size()), SPEC));
        for (JsonNode one : all) {
            String id = one.isTextual() ? one.textValue() : one.path("id").textValue();
            readable &= id != null;
            boolean revoked =
                    !(one.path("revoked").isBoolean() && !one.path("revoked").booleanValue());
            if (credential.equals(id) && revoked) {
                return StatusAnswer.failed(ReasonCode.STATUS_REVOKED.with(), findings);
            }
        }
        if (!readable) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREADABLE.with(address), findings);
        }
        return stale
                ? StatusAnswer.warning(ReasonCode.STATUS_LIST_STALE.with(address), findings)
                : new StatusAnswer(Outcome.PASSED, ReasonCode.STATUS_NOT_SET.with(), findings);
    }
}
