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
import fr.badgesiae.verifier.read.Revoked;
import fr.badgesiae.verifier.read.UnreadableException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks up a 1EdTech Revocation List (VCRL 1.0): a JSON document with the ids of revoked credentials, at the {@code id} in
 * the signed badge. It has no proof; its URL is signed and the connection is authenticated.
 */
public final class RevocationLists {
    private static final String SPEC = "vcrl-1.0 3";

    public StatusAnswer ask(JsonNode entry, VerificationContext context) {
        String address = ParsedCredential.stated(entry.path("id")).textValue();
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
        JsonNode issuer = ParsedCredential.stated(list.path("issuer"));
        String id = issuer.isTextual() ? issuer.textValue() : issuer.path("id").textValue();
        boolean named = list.has("id") && id != null;
        // An empty list may be omitted.
        if (!revoked(list).isArray() && (!revoked(list).isMissingNode() || !named)) {
            return Optional.of(ReasonCode.STATUS_LIST_UNREADABLE.with(address));
        }
        return badge.issuerId() == null
                        || (list.has("issuer") && !badge.issuerId().equals(id))
                ? Optional.of(ReasonCode.STATUS_LIST_ISSUER_DIFFERS.with(address))
                : Optional.empty();
    }

    /** Examples and table of the specification differ in the plural. */
    private static JsonNode revoked(JsonNode list) {
        return list.has("revokedCredentials") ? list.path("revokedCredentials") : list.path("revokedCredential");
    }

    /** Revoked when the list contains the credential and does not deny it, whatever id the list gives itself. */
    private static StatusAnswer listed(
            String address, JsonNode list, String credential, boolean stale, List<Finding> findings) {
        JsonNode all = revoked(list);
        boolean readable = true;
        findings.add(new Finding("status.listEntries", Integer.toString(all.size()), SPEC));
        for (JsonNode one : all) {
            String id = one.isTextual() ? one.textValue() : one.path("id").textValue();
            readable &= id != null;
            if (Revoked.isSameId(credential, id) && Revoked.isNotDeniedBy(one)) {
                return StatusAnswer.failed(ReasonCode.STATUS_REVOKED.with(), findings);
            }
        }
        if (!readable) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_UNREADABLE.with(address), findings);
        }
        if (list.has("id") && !address.equals(list.path("id").textValue())) {
            return StatusAnswer.inconclusive(ReasonCode.STATUS_LIST_ID_DIFFERS.with(address), findings);
        }
        return stale
                ? StatusAnswer.warning(ReasonCode.STATUS_LIST_STALE.with(address), findings)
                : new StatusAnswer(Outcome.PASSED, ReasonCode.STATUS_NOT_SET.with(), findings);
    }
}
