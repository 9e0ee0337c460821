package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Badge.achievement;
import static fr.badgesiae.schemas.samples.Badge.subject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Badges verified under a stricter policy: a newer copy, evidence, a recipient, a registry. */
final class AskedSamples {
    private static final String TEXT = "Trois semaines au tri, seule dès la deuxième.\n";
    private static final String SHA256 = "sha256-%s";

    private AskedSamples() {}

    static List<Made> all() {
        List<Made> all = new java.util.ArrayList<>(refreshes());
        all.addAll(evidence());
        all.addAll(recipients());
        all.addAll(List.of(
                known("valid-issuer-known", "the registry knows the issuer", Issuers.ATELIER, "PASSED trust.known"),
                known(
                        "valid-issuer-suspended",
                        "the registry suspended the issuer",
                        Issuers.ATELIER + " 2026-11-01",
                        "WARNING trust.suspended"),
                known(
                        "valid-issuer-suspended-later",
                        "a suspension that begins later",
                        Issuers.ATELIER + " 2026-12-01",
                        "PASSED trust.known"),
                known(
                        "valid-issuer-unknown",
                        "the registry does not know the issuer",
                        Issuers.JARDIN,
                        "WARNING trust.unknown")));
        return all;
    }

    /** The documents linked from the badges, as text. */
    static Map<String, String> published() {
        Map<String, String> documents = new TreeMap<>();
        documents.put(Badge.HOST + "/traces/tri", TEXT);
        documents.put(Badge.HOST + "/traces/autre", "Autre chose.\n");
        documents.put(
                service("nouveau"),
                Json.pretty(Badge.signed(b -> refreshable(b, "nouveau")
                        .put("validFrom", "2026-10-15T08:00:00Z")
                        .put("name", "Travailler en équipe, corrigé"))));
        documents.put(service("retire"), Json.pretty(Badge.signed(b -> {
            refreshable(b, "retire").put("validFrom", "2026-10-15T08:00:00Z");
            Badge.status(b)
                    .put("statusListIndex", StatusLists.REVOKED_INDEX)
                    .put("id", StatusLists.url("atelier-1") + "#" + StatusLists.REVOKED_INDEX);
        })));
        documents.put(service("ancien"), Json.pretty(Badge.signed(b -> b.put("validFrom", "2026-09-01T08:00:00Z"))));
        documents.put(service("autre"), Json.pretty(Badge.signed(b -> b.put("id", Badge.HOST + "/credentials/AUTRE"))));
        ObjectNode intruder = Badge.unsigned(b -> Badge.issuer(b, Issuers.JARDIN, "Le Jardin Partagé"));
        documents.put(
                service("intrus"),
                Json.pretty(
                        DataIntegrity.sign(intruder, Issuers.JARDIN_ED, Issuers.JARDIN + "#ed25519-1", Badge.CREATED)));
        documents.put(service("faux"), Json.pretty(Badge.tampered(b -> b.put("name", "Diriger une équipe"))));
        documents.put(service("page"), "<html></html>\n");
        return documents;
    }

    private static List<Made> refreshes() {
        return List.of(
                refresh("valid-refreshed", "a newer copy, which is sound", "nouveau", "PASSED refresh.refreshed"),
                refresh("refreshed-revoked", "a newer copy, which is revoked", "retire", "PASSED refresh.refreshed")
                        .expecting("STATUS", "FAILED status.revoked"),
                refresh("valid-refresh-older", "an older copy", "ancien", "WARNING refresh.older"),
                refresh(
                        "valid-refresh-of-another-badge",
                        "the service returns another badge",
                        "autre",
                        "WARNING refresh.another-credential"),
                refresh(
                        "valid-refresh-of-another-issuer",
                        "the service returns a badge of the same id by somebody else",
                        "intrus",
                        "WARNING refresh.another-credential"),
                refresh("valid-refresh-forged", "a newer copy that is forged", "faux", "WARNING refresh.not-proven"),
                refresh("valid-refresh-unreadable", "the service returns a page", "page", "WARNING refresh.unreadable"),
                refresh(
                        "valid-refresh-unreachable",
                        "the service does not answer",
                        "absent",
                        "WARNING refresh.unreachable"),
                Made.json(
                                "valid-refresh-of-unknown-type",
                                "a service of an unknown type",
                                Badge.signed(b -> refreshable(b, "nouveau")
                                        .withObject("/refreshService")
                                        .put("type", "https://mots.example/ServiceInconnu")),
                                Expected.sound().but("REFRESH", "WARNING refresh.type-unknown"))
                        .asking("refresh", "yes"),
                Made.json(
                        "valid-refresh-not-asked",
                        "a newer copy that nobody asks for",
                        Badge.signed(b -> refreshable(b, "nouveau")),
                        Expected.sound().but("REFRESH", "SKIPPED refresh.not-asked")));
    }

    private static List<Made> evidence() {
        String right = sri(TEXT);
        return List.of(
                evidence(
                        "valid-evidence-digest",
                        "evidence that is what was signed",
                        Badge.HOST + "/traces/tri",
                        "digestSRI",
                        right,
                        "PASSED evidence.digests-match"),
                evidence(
                        "valid-evidence-multibase",
                        "the same, as multihash",
                        Badge.HOST + "/traces/tri",
                        "digestMultibase",
                        multibase(TEXT),
                        "PASSED evidence.digests-match"),
                evidence(
                        "valid-evidence-inline",
                        "evidence in a data URL",
                        "data:text/plain;charset=utf-8,Bonjour",
                        "digestSRI",
                        sri("Bonjour"),
                        "PASSED evidence.digests-match"),
                evidence(
                        "evidence-changed",
                        "evidence that is no longer what was signed",
                        Badge.HOST + "/traces/autre",
                        "digestSRI",
                        right,
                        "FAILED evidence.digest-differs"),
                evidence(
                        "valid-evidence-unreachable",
                        "evidence that cannot be fetched",
                        Badge.HOST + "/traces/absent",
                        "digestSRI",
                        right,
                        "WARNING evidence.unreachable"),
                evidence(
                        "valid-evidence-digest-unknown",
                        "a digest of no known form",
                        Badge.HOST + "/traces/tri",
                        "digestSRI",
                        "crc32-AAAA",
                        "WARNING evidence.digest-unknown"),
                Made.json(
                        "valid-evidence-not-asked",
                        "evidence that nobody asks about",
                        Badge.signed(b -> trace(b, Badge.HOST + "/traces/tri", "digestSRI", right)),
                        Expected.sound().but("EVIDENCE", "SKIPPED evidence.not-asked")),
                Made.json(
                                "valid-evidence-described",
                                "evidence without digest",
                                Badge.signed(b -> trace(b, Badge.HOST + "/traces/tri", null, null)),
                                Expected.sound().but("EVIDENCE", "PASSED evidence.described"))
                        .asking("evidence", "yes"),
                Made.json(
                                "image-changed",
                                "an image that is no longer what was signed",
                                Badge.signed(b -> achievement(b)
                                        .putArray("related")
                                        .add(Json.object("{\"type\":[\"Related\"]}")
                                                .put("id", Badge.HOST + "/traces/autre")
                                                .put("digestSRI", right))),
                                Expected.sound().but("EVIDENCE", "FAILED evidence.digest-differs"))
                        .asking("evidence", "yes"));
    }

    private static List<Made> recipients() {
        return List.of(
                recipient(
                        "valid-recipient-name",
                        "the name as known",
                        "name=Camille Exemple",
                        "Camille  Exemple",
                        null,
                        "PASSED recipient.matches"),
                recipient(
                        "valid-recipient-accents",
                        "the name, but for its accents",
                        "name=Helene Desiree",
                        "Hélène Désirée",
                        null,
                        "WARNING recipient.matches-in-another-spelling"),
                recipient(
                        "recipient-another",
                        "another name",
                        "name=Camille Exemple",
                        "Dominique Exemple",
                        null,
                        "FAILED recipient.differs"),
                recipient(
                        "valid-recipient-hashed",
                        "the name hashed with a salt",
                        "name=Camille Exemple",
                        hashed("Camille Exemple", "sel"),
                        "sel",
                        "PASSED recipient.matches"),
                recipient(
                        "recipient-hashed-another",
                        "another name hashed",
                        "name=Camille Exemple",
                        hashed("Dominique Exemple", "sel"),
                        "sel",
                        "INCONCLUSIVE recipient.hash-not-matched"),
                recipient(
                        "recipient-hash-unknown",
                        "a hash of no known kind",
                        "name=Camille Exemple",
                        "sha3$00",
                        "sel",
                        "INCONCLUSIVE recipient.hash-unknown"),
                recipient(
                        "recipient-not-named",
                        "an e-mail address is known, a name is named",
                        "email=camille@exemple.example",
                        "Camille",
                        null,
                        "INCONCLUSIVE recipient.not-named"));
    }

    private static Made known(String name, String about, String registry, String answer) {
        return Made.json(name, about, Badge.signed(b -> {}), Expected.sound().but("TRUST", answer))
                .asking("trust", registry);
    }

    private static String service(String name) {
        return Badge.HOST + "/nouvelle-version/" + name;
    }

    private static ObjectNode refreshable(ObjectNode badge, String name) {
        badge.putObject("refreshService").put("id", service(name)).put("type", "1EdTechCredentialRefresh");
        return badge;
    }

    private static Made refresh(String name, String about, String service, String answer) {
        return Made.json(
                        name,
                        about,
                        Badge.signed(b -> refreshable(b, service)),
                        Expected.sound().but("REFRESH", answer))
                .asking("refresh", "yes");
    }

    private static Made evidence(String name, String about, String url, String member, String digest, String answer) {
        return Made.json(
                        name,
                        about,
                        Badge.signed(b -> trace(b, url, member, digest)),
                        Expected.sound().but("EVIDENCE", answer))
                .asking("evidence", "yes");
    }

    private static void trace(ObjectNode badge, String url, String member, String digest) {
        ObjectNode evidence = Json.object("{\"type\":[\"Evidence\"],\"name\":\"Trois semaines au tri\"}")
                .put("id", url);
        if (member != null) {
            evidence.put(member, digest);
        }
        badge.putArray("evidence").add(evidence);
    }

    private static Made recipient(String name, String about, String known, String held, String salt, String answer) {
        Consumer<ObjectNode> change = b -> {
            ObjectNode identity = Json.object("{\"type\":\"IdentityObject\",\"identityType\":\"name\"}")
                    .put("hashed", salt != null)
                    .put("identityHash", held);
            subject(b).putArray("identifier").add(salt == null ? identity : identity.put("salt", salt));
        };
        return Made.json(name, about, Badge.signed(change), Expected.sound().but("RECIPIENT", answer))
                .asking("recipient", known);
    }

    private static String hashed(String name, String salt) {
        return "sha256$" + java.util.HexFormat.of().formatHex(Encodings.sha256(name + salt));
    }

    private static String sri(String text) {
        return SHA256.formatted(java.util.Base64.getEncoder().encodeToString(Encodings.sha256(text)));
    }

    private static String multibase(String text) {
        byte[] multihash = new byte[34];
        multihash[0] = 0x12;
        multihash[1] = 0x20;
        System.arraycopy(Encodings.sha256(text), 0, multihash, 2, 32);
        return Encodings.multibase58(multihash);
    }
}
