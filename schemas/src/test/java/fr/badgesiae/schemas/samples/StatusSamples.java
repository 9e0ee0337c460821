package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Badges with a status of every supported kind, and with every defect of a list. */
final class StatusSamples {
    private static final String CLEAR = "PASSED status.not-set";
    private static final String REVOKED = "FAILED status.revoked";
    private static final String UNREADABLE = "INCONCLUSIVE status.list-unreadable";
    private static final String MESSAGES = """
            [{"status":"0x0","message":"en cours"},{"status":"0x1","message":"vu"},
             {"status":"0x2","message":"à revoir"},{"status":"0x3","message":"clos"}]
            """;

    private StatusSamples() {}

    static List<Made> all() {
        List<Made> all = new ArrayList<>(bitstrings());
        all.addAll(lists2021());
        all.addAll(revocations());
        all.addAll(StatusTokenSamples.all());
        return all;
    }

    private static List<Made> bitstrings() {
        return List.of(
                bits(
                        "status-list-without-prefix",
                        "a bitstring without multibase prefix",
                        "atelier-sans-prefixe",
                        s -> {},
                        UNREADABLE),
                bits(
                        "status-list-without-id",
                        "a list that leaves its id out",
                        "atelier-sans-id",
                        s -> {},
                        "WARNING status.list-without-id"),
                bits(
                        "status-list-of-another-address",
                        "a list served under another address",
                        "atelier-deplace",
                        s -> {},
                        "INCONCLUSIVE status.list-id-differs"),
                bits(
                        "status-set-in-list-of-another-address",
                        "its bit is set in a list served under another address",
                        "atelier-deplace",
                        s -> s.put("statusListIndex", StatusLists.REVOKED_INDEX),
                        REVOKED),
                bits(
                        "status-list-is-no-list",
                        "something else where the list should be",
                        "pas-une-liste",
                        s -> {},
                        UNREADABLE),
                bits(
                        "status-message-set",
                        "the issuer attached a message",
                        "atelier-message",
                        s -> s.put("statusPurpose", "message"),
                        "FAILED status.message-set"),
                bits(
                        "status-newer-copy",
                        "the issuer announces a newer copy",
                        "atelier-nouveau",
                        s -> s.put("statusPurpose", "refresh"),
                        "WARNING status.update-available"),
                bits(
                        "status-own-purpose-set",
                        "a purpose of the issuer’s own, set",
                        "atelier-atelier",
                        s -> s.put("statusPurpose", "exemple"),
                        "FAILED status.flag-set"),
                bits(
                        "valid-status-of-two-bits",
                        "two bits an entry, with their messages",
                        "atelier-messages",
                        s -> two(s, "4821", true),
                        CLEAR),
                bits(
                        "status-of-two-bits-set",
                        "two bits an entry, the value 2",
                        "atelier-messages",
                        s -> two(s, "4822", true),
                        "FAILED status.message-set"),
                bits(
                        "status-of-two-bits-without-messages",
                        "two bits an entry, no message",
                        "atelier-messages",
                        s -> two(s, "4821", false),
                        "WARNING status.messages-missing"),
                bits(
                        "status-of-many-bits",
                        "more bits an entry than can be",
                        "atelier-messages",
                        s -> two(s, "4821", true).put("statusSize", 40),
                        "INCONCLUSIVE status.entry-malformed"),
                bits(
                        "status-without-list",
                        "no address of a list",
                        "atelier-1",
                        s -> s.remove("statusListCredential"),
                        "INCONCLUSIVE status.entry-malformed"));
    }

    private static List<Made> lists2021() {
        return List.of(
                entry2021("valid-status-list-2021", "Status List 2021, clear", "2021-1", "4821", CLEAR),
                entry2021(
                        "status-list-2021-revoked",
                        "Status List 2021, set",
                        "2021-1",
                        StatusLists.REVOKED_INDEX,
                        REVOKED),
                entry2021(
                        "status-list-2021-of-another-address",
                        "Status List 2021 served under another address, clear",
                        "2021-deplace",
                        "4821",
                        "INCONCLUSIVE status.list-id-differs"),
                entry2021(
                        "status-list-2021-revoked-of-another-address",
                        "Status List 2021 served under another address, set",
                        "2021-deplace",
                        StatusLists.REVOKED_INDEX,
                        REVOKED),
                entry2021(
                        "status-list-2021-with-prefix",
                        "Status List 2021 with a multibase prefix",
                        "2021-prefixe",
                        "4821",
                        UNREADABLE),
                entry2021(
                        "status-list-2021-is-a-bitstring",
                        "a bitstring list where one of 2021 is named",
                        "atelier-1",
                        "4821",
                        UNREADABLE),
                entry2021(
                        "status-list-2021-unreachable",
                        "Status List 2021 that cannot be fetched",
                        "2021-absent",
                        "4821",
                        "INCONCLUSIVE status.list-unreachable"));
    }

    private static List<Made> revocations() {
        return List.of(
                revocation("valid-revocation-list", "a 1EdTech revocation list that names others", "retraits-1", CLEAR),
                revocation(
                        "valid-revocation-list-empty", "a 1EdTech revocation list of nobody", "retraits-vide", CLEAR),
                revocation("valid-revocation-list-undone", "listed, and revoked is false", "retraits-annule", CLEAR),
                revocation(
                        "revocation-list-revoked", "listed in the 1EdTech revocation list", "retraits-badge", REVOKED),
                revocation(
                        "valid-revocation-list-undone-in-words",
                        "listed, and revoked is the text false",
                        "retraits-annule-texte",
                        CLEAR),
                revocation(
                        "revocation-list-revoked-null",
                        "listed, and revoked is null, which says nothing",
                        "retraits-nul",
                        REVOKED),
                revocation(
                        "revocation-list-of-another-address",
                        "a 1EdTech revocation list with the id of another one, which names others",
                        "retraits-deplace",
                        "INCONCLUSIVE status.list-id-differs"),
                revocation(
                        "revocation-list-revoked-of-another-address",
                        "listed in a 1EdTech revocation list with the id of another one",
                        "retraits-deplace-badge",
                        REVOKED),
                revocation(
                        "revocation-list-of-another-issuer",
                        "a 1EdTech revocation list by somebody else",
                        "retraits-intrus",
                        "INCONCLUSIVE status.list-issuer-differs"),
                revocation(
                        "revocation-list-unreachable",
                        "a 1EdTech revocation list that cannot be fetched",
                        "retraits-absent",
                        "INCONCLUSIVE status.list-unreachable"),
                revocation(
                        "revocation-list-is-no-list",
                        "something else where the revocation list should be",
                        "pas-une-liste",
                        UNREADABLE),
                revocation("revocation-list-of-no-id", "one entry is a number", "retraits-illisible", UNREADABLE));
    }

    private static Made bits(String name, String about, String list, Consumer<ObjectNode> change, String answer) {
        ObjectNode badge = Badge.signed(b -> {
            Badge.status(b)
                    .put("id", StatusLists.url(list) + "#4821")
                    .put("statusListCredential", StatusLists.url(list));
            change.accept(Badge.status(b));
        });
        return Made.json(name, about, badge, Expected.sound().but("STATUS", answer));
    }

    private static ObjectNode two(ObjectNode status, String index, boolean messages) {
        status.put("statusPurpose", "message").put("statusListIndex", index).put("statusSize", 2);
        if (messages) {
            status.set("statusMessage", Json.object("{\"m\":" + MESSAGES + "}").get("m"));
        }
        return status;
    }

    private static Made entry2021(String name, String about, String list, String index, String answer) {
        ObjectNode badge = Badge.signed(b -> {
            b.withArray("@context").add("https://w3id.org/vc/status-list/2021/v1");
            Badge.status(b)
                    .put("id", StatusLists.url(list) + "#" + index)
                    .put("type", "StatusList2021Entry")
                    .put("statusListIndex", index)
                    .put("statusListCredential", StatusLists.url(list));
        });
        return Made.json(name, about, badge, Expected.sound().but("STATUS", answer));
    }

    private static Made revocation(String name, String about, String list, String answer) {
        ObjectNode badge = Badge.signed(b ->
                Badge.status(b).removeAll().put("id", StatusLists.url(list)).put("type", "1EdTechRevocationList"));
        return Made.json(name, about, badge, Expected.sound().but("STATUS", answer));
    }
}
