package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Badges with a status list token (IETF Token Status List), with every defect of a token and of the claim. */
final class StatusTokenSamples {
    private static final String CLEAR = "PASSED status.not-set";
    private static final String REVOKED = "FAILED status.revoked";
    private static final String UNREADABLE = "INCONCLUSIVE status.list-unreadable";

    private StatusTokenSamples() {}

    static List<Made> all() {
        return List.of(
                token("valid-status-token", "a status list token, clear", "jetons-1", 4, CLEAR),
                token("valid-status-token-two-bits", "two bits a value, clear", "jetons-2", 8, CLEAR),
                token("status-token-revoked", "a status list token, invalid", "jetons-1", 5, REVOKED),
                token(
                        "status-token-suspended",
                        "two bits a value, suspended",
                        "jetons-2",
                        9,
                        "FAILED status.suspended"),
                token(
                        "status-token-own-value",
                        "four bits a value, one of the issuer’s own",
                        "jetons-4",
                        3,
                        "FAILED status.flag-set"),
                token(
                        "status-token-past-the-end",
                        "an index past the end",
                        "jetons-1",
                        1024,
                        "INCONCLUSIVE status.index-out-of-range"),
                token("status-token-of-three-bits", "three bits a value, which cannot be", "jetons-3", 3, UNREADABLE),
                token(
                        "status-token-lapsed",
                        "a token that has ended",
                        "jetons-perimes",
                        4,
                        "INCONCLUSIVE status.list-not-current"),
                token(
                        "status-token-of-another-address",
                        "a token about another address",
                        "jetons-deplaces",
                        4,
                        "INCONCLUSIVE status.list-id-differs"),
                token(
                        "status-token-revoked-of-another-address",
                        "invalid by a token about another address",
                        "jetons-deplaces",
                        5,
                        REVOKED),
                token(
                        "status-token-of-another-issuer",
                        "a token that names another issuer",
                        "jetons-intrus",
                        4,
                        "INCONCLUSIVE status.list-issuer-differs"),
                token(
                        "status-token-forged",
                        "a token signed with another key",
                        "jetons-faux",
                        4,
                        "INCONCLUSIVE status.list-not-proven"),
                claim("status-claim-without-reference", "its status_list is no object", "{\"status_list\":\"absente\"}")
                        .expecting("STATUS", "INCONCLUSIVE status.entry-malformed"),
                claim("status-claim-of-another-mechanism", "a mechanism unknown here", "{\"exemple_status\":{}}")
                        .expecting("STATUS", "INCONCLUSIVE status.type-unknown"),
                token(
                        "status-token-not-begun",
                        "its nbf lies ahead",
                        "jetons-a-venir",
                        4,
                        "INCONCLUSIVE status.list-not-current"),
                token("status-token-kept-no-time", "its ttl is zero", "jetons-sans-duree", 4, UNREADABLE),
                token("status-token-bits-as-text", "its bits are a text", "jetons-en-lettres", 4, UNREADABLE),
                token("status-token-untyped", "a token of another type", "jetons-sans-type", 4, UNREADABLE),
                token(
                        "status-token-index-negative",
                        "an index below zero",
                        "jetons-1",
                        -1,
                        "INCONCLUSIVE status.entry-malformed"));
    }

    /** A claim that is not moved out of the credential, so that its term has no definition there. */
    private static Made claim(String name, String about, String status) {
        ObjectNode payload = Jws.payload(Badge.unsigned(b -> b.remove("credentialStatus")));
        payload.set("status", Json.object(status));
        return Made.text(
                name + ".jwt",
                about,
                JwtSamples.signed(payload),
                Expected.sound().but("CONTEXT", "WARNING context.undefined-term"));
    }

    private static Made token(String name, String about, String list, int index, String answer) {
        ObjectNode payload = Jws.payload(Badge.unsigned(b -> b.remove("credentialStatus")));
        payload.putObject("status").putObject("status_list").put("idx", index).put("uri", StatusLists.url(list));
        return Made.text(
                name + ".jwt",
                about,
                JwtSamples.signed(payload),
                Expected.sound().but("STATUS", answer));
    }
}
