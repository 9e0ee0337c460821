package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.HOST;
import static fr.badgesiae.schemas.samples.Ob2Case.soundHosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Copies of Open Badges 1.x that say little more than where the badge is published, and the addresses of the 1.1 context. */
final class Ob1ReferenceSamples {
    private static final String ABSENT = HOST + "/ob1/absente";

    private Ob1ReferenceSamples() {}

    static List<Ob2Sample> all() {
        return List.of(
                reference(
                        "valid-ob1-reference",
                        url -> "{\"verify\":{\"type\":\"hosted\",\"url\":\"" + url + "\"}}",
                        sound()),
                reference("valid-ob1-reference-without-type", url -> "{\"verify\":{\"url\":\"" + url + "\"}}", sound()),
                reference(
                        "valid-ob1-reference-with-uid-and-date",
                        url -> "{\"uid\":\"f2c22\",\"issuedOn\":1790841600,\"verify\":{\"url\":\"" + url + "\"}}",
                        sound()),
                reference(
                        "ob1-reference-with-another-date",
                        url -> "{\"issuedOn\":1590841600,\"verify\":{\"url\":\"" + url + "\"}}",
                        sound().but("PROOF", "WARNING proof.hosted-copy-differs")),
                reference(
                        "ob1-reference-for-another-person",
                        url ->
                                "{\"recipient\":{\"type\":\"email\",\"hashed\":false,\"identity\":\"leo@exemple.example\"},"
                                        + "\"verify\":{\"url\":\"" + url + "\"}}",
                        unread().unproven("FAILED proof.hosted-differs")),
                reference(
                        "ob1-reference-http",
                        url -> "{\"verify\":{\"url\":\"" + url.replace("https://", "http://") + "\"}}",
                        sound().but("PROOF", "WARNING proof.hosted-address-differs")),
                reference(
                        "ob1-reference-unreachable",
                        url -> "{\"verify\":{\"url\":\"" + ABSENT + "\"}}",
                        unread().unproven("INCONCLUSIVE proof.hosted-unreachable")),
                reference(
                        "ob1-reference-to-a-key",
                        url -> "{\"verify\":{\"type\":\"signed\",\"url\":\"" + url + "\"}}",
                        Expected.unread("FAILED format.not-a-credential")),
                baked(),
                toAReference(),
                signedReference(),
                context("1", "http://standard.openbadges.org/1.1/context.json"),
                context("2", "https://standard.openbadges.org/1.1/context"),
                context("3", "http://standard.openbadges.org/1.1/"),
                context("4", "https://openbadgespec.org/v1/"));
    }

    private static Expected sound() {
        return soundHosted().but("CONTEXT", "WARNING context.ob1-upgraded");
    }

    /** Nothing of the badge is read but its address. */
    private static Expected unread() {
        return sound().but("SCHEMA", "INCONCLUSIVE schema.badge-class-unreachable")
                .but("ISSUER", "INCONCLUSIVE issuer.badge-class-unreachable")
                .but("VALIDITY_PERIOD", "WARNING validity-period.no-start");
    }

    /** The text of a copy that refers to an address. */
    private interface Copy {
        String of(String url);
    }

    private static Ob2Sample reference(String name, Copy copy, Expected expected) {
        String url = HOST + "/ob1/" + name;
        return new Ob2Sample(
                Made.text(
                        name + ".json", "1.0, a copy that says little but where the badge is", copy.of(url), expected),
                documents(url, a -> {}));
    }

    private static Ob2Sample baked() {
        String url = HOST + "/ob1/valid-ob1-reference-baked";
        byte[] chunk = Png.international("openbadges", "{\"verify\":{\"type\":\"hosted\",\"url\":\"" + url + "\"}}");
        return new Ob2Sample(
                new Made(
                        "valid-ob1-reference-baked.png",
                        "1.0, baked with nothing but its address",
                        Png.with(chunk, new byte[0]),
                        sound()),
                documents(url, a -> {}));
    }

    private static Ob2Sample toAReference() {
        String url = HOST + "/ob1/ob1-reference-to-a-reference";
        ObjectNode copy = Json.object("{\"verify\":{\"type\":\"hosted\",\"url\":\"" + url + "\"}}");
        return new Ob2Sample(
                Made.json(
                        "ob1-reference-to-a-reference",
                        "1.0, its address serves nothing but the address",
                        copy,
                        unread().unproven("INCONCLUSIVE proof.hosted-unreachable")),
                Map.of(url, copy));
    }

    private static Ob2Sample signedReference() {
        ObjectNode copy = Json.object("{\"verify\":{\"url\":\"" + ABSENT + "\"}}");
        String jws = Jws.compact(Json.object("{\"alg\":\"RS256\"}"), copy, Issuers.ATELIER_RSA::sign);
        return new Ob2Sample(
                Made.text(
                        "ob1-reference-signed.jws",
                        "a signed text that says nothing but an address",
                        jws,
                        Expected.unread("FAILED format.not-a-credential")),
                Map.of());
    }

    private static Ob2Sample context(String number, String context) {
        String name = "valid-ob1-context-" + number;
        String url = HOST + "/ob1/" + name;
        Map<String, ObjectNode> documents = documents(
                url, a -> a.put("@context", context).put("type", "Assertion").put("id", url));
        return new Ob2Sample(Made.json(name, "1.1, its context as " + context, documents.get(url), sound()), documents);
    }

    private static Map<String, ObjectNode> documents(String url, Consumer<ObjectNode> change) {
        ObjectNode assertion = Json.object("""
                {
                  "uid": "f2c22",
                  "recipient": { "type": "email", "hashed": false, "identity": "lea@exemple.example" },
                  "badge": "https://ob2.example/ob1/badge",
                  "issuedOn": 1790841600,
                  "verify": { "type": "hosted" }
                }
                """);
        assertion.withObject("/verify").put("url", url);
        change.accept(assertion);
        Map<String, ObjectNode> documents = new TreeMap<>();
        documents.put(url, assertion);
        return documents;
    }
}
