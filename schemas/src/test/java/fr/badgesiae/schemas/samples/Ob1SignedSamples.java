package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.HOST;
import static fr.badgesiae.schemas.samples.Ob2Case.soundHosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Signed badges of Open Badges 1.0 and 1.1: {@code verify.url} is the address of the key, on the issuer's site. */
final class Ob1SignedSamples {
    private static final String KEY = HOST + "/ob1/cle.pem";
    private static final String LIST = HOST + "/ob1/retraits";

    /** A key whose private part nobody keeps. */
    private static final String OTHER = """
            MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAn9XplXQkwJLzXjyeANQo
            P5uQfdZ3ou/88GQx/1cXit3RQHxTW1qCtAcOWtvioWkVBnxHqFXFhMYZ2N3jq+ri
            M4FSuhCJHh8SqIB7oslgNeoArQwAoo0AJwtsPrbrXvOXk0t3es6385HbXTrEL8On
            eXhtcnFDN9KNleiwb8pGuY6RRX5Lt8NaNddHZqynDQaNYldUAkybUR0WF21Ztewy
            K/mKRxC7xizg7HEJXj4SLSGJkbhO0G7ULHt5ZK0nlM1vBpjoICmv0lWx8Fvo0XcE
            5EjfTyBo22dLLL/zxj86GYuELBVxwpj3+ayKM/LKmPd+pyW3iHgsW6tz2usGrJEY
            mwIDAQAB""";

    private Ob1SignedSamples() {}

    static List<Ob2Sample> all() {
        return List.of(
                signed("valid-ob1-signed", a -> {}, "1.0, its key on the issuer’s site", sound()),
                signed(
                        "valid-ob1-signed-1.1",
                        a -> a.put("@context", "https://w3id.org/openbadges/v1")
                                .put("type", "Assertion")
                                .put("id", "urn:uuid:6f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e77"),
                        "1.1, with an id that is no address",
                        sound()),
                signed(
                        "valid-ob1-signed-http",
                        a -> {
                            a.withObject("/verify").put("url", KEY.replace("https://", "http://"));
                            a.put("badge", HOST.replace("https://", "http://") + "/ob1/badge-signe");
                        },
                        "1.0, of the time when the issuer’s site had no https",
                        sound().but("ISSUER", "WARNING issuer.address-differs")),
                signed(
                        "ob1-signed-key-elsewhere",
                        a -> a.withObject("/verify").put("url", "https://ailleurs.example/cle.pem"),
                        "1.0, signed by a key of another site, which only the badge names",
                        sound().unproven("INCONCLUSIVE proof.issuer-publishes-no-keys")),
                signed(
                        "ob1-signed-key-missing",
                        a -> a.withObject("/verify").put("url", HOST + "/ob1/absente.pem"),
                        "1.0, its key cannot be read",
                        sound().unproven("INCONCLUSIVE proof.issuer-keys-unreachable")),
                signed(
                        "ob1-signed-by-another-key",
                        a -> a.withObject("/verify").put("url", HOST + "/ob1/autre.pem"),
                        "1.0, the key on the issuer’s site is not the one that signed",
                        sound().unproven("FAILED proof.signature-invalid")),
                signed(
                        "ob1-signed-key-not-listed",
                        a -> a.put("badge", Ob2Case.BADGE),
                        "1.0, its issuer lists keys as of 2.0, and not this one",
                        sound().unproven("FAILED proof.key-not-listed-by-issuer")),
                signed(
                        "ob1-signed-issuer-of-2.0",
                        a -> a.put("badge", HOST + "/ob1/badge-de-2.0"),
                        "labelled 1.0, of an issuer that publishes as of 2.0 and lists no key",
                        sound().unproven("INCONCLUSIVE proof.issuer-publishes-no-keys")),
                signed(
                        "ob1-signed-key-out-of-scope",
                        a -> a.put("badge", HOST + "/ob1/badge-a-portee"),
                        "1.0, its key is not where the issuer says that its badges are",
                        sound().unproven("INCONCLUSIVE proof.issuer-publishes-no-keys")),
                signed(
                        "ob1-signed-badge-class-embedded",
                        a -> {
                            a.set(
                                    "badge",
                                    documents().get(HOST + "/ob1/badge-signe").deepCopy());
                            a.withObject("/badge").put("name", "Maître d’œuvre");
                        },
                        "1.0, its BadgeClass is only inside the badge",
                        sound().unproven("INCONCLUSIVE proof.issuer-publishes-no-keys")),
                signed(
                        "ob1-signed-badge-class-changed",
                        a -> {
                            a.set(
                                    "badge",
                                    documents().get(HOST + "/ob1/badge-signe").deepCopy());
                            a.withObject("/badge")
                                    .put("id", HOST + "/ob1/badge-signe")
                                    .put("name", "Maître d’œuvre");
                        },
                        "1.0, the BadgeClass inside is not the published one",
                        sound().unproven("INCONCLUSIVE proof.issuer-publishes-no-keys")),
                signed(
                        "ob1-signed-revoked",
                        a -> a.put("uid", "retire"),
                        "1.0, in the issuer’s list with a reason",
                        sound().but("STATUS", "FAILED status.revoked")),
                signed(
                        "ob1-signed-revoked-without-reason",
                        a -> a.put("uid", "retire-sans-motif"),
                        "1.0, in the issuer’s list with an empty reason",
                        sound().but("STATUS", "FAILED status.revoked")),
                signed(
                        "ob1-signed-expired",
                        a -> a.put("expires", "2026-11-01"),
                        "1.0, past the day of its end",
                        sound().but("VALIDITY_PERIOD", "FAILED validity-period.expired")));
    }

    /** Keys as PEM texts. */
    static Map<String, String> published() {
        Map<String, String> keys = new TreeMap<>();
        keys.put(KEY, Issuers.ATELIER_RSA.pem());
        keys.put("https://ailleurs.example/cle.pem", Issuers.ATELIER_RSA.pem());
        keys.put(HOST + "/ob1/autre.pem", "-----BEGIN PUBLIC KEY-----\n" + OTHER + "\n-----END PUBLIC KEY-----\n");
        return keys;
    }

    private static Expected sound() {
        return soundHosted()
                .but("CONTEXT", "WARNING context.ob1-upgraded")
                .but("PROOF", "WARNING proof.ob1-key-of-site");
    }

    private static Ob2Sample signed(String name, Consumer<ObjectNode> change, String about, Expected expected) {
        ObjectNode assertion = Json.object("""
                {
                  "uid": "f2c21",
                  "recipient": { "type": "email", "hashed": false, "identity": "lea@exemple.example" },
                  "badge": "https://ob2.example/ob1/badge-signe",
                  "issuedOn": 1790841600,
                  "verify": { "type": "signed" }
                }
                """);
        assertion.withObject("/verify").put("url", KEY);
        change.accept(assertion);
        String jws = Jws.compact(Json.object("{\"alg\":\"RS256\"}"), assertion, Issuers.ATELIER_RSA::sign);
        return new Ob2Sample(Made.text(name + ".jws", about, jws, expected), documents());
    }

    private static Map<String, ObjectNode> documents() {
        Map<String, ObjectNode> documents = new TreeMap<>();
        documents.put(HOST + "/ob1/badge-signe", Json.object("""
                {
                  "name": "Travailler en équipe",
                  "description": "Participe à un travail commun et aide les autres.",
                  "image": "https://ob2.example/badges/equipe.png",
                  "criteria": "https://ob2.example/ob1/criteres",
                  "issuer": "https://ob2.example/ob1/emetteur-qui-signe"
                }
                """));
        documents.put(HOST + "/ob1/emetteur-qui-signe", Json.object("""
                { "name": "L’Atelier des Possibles", "url": "https://atelier.example/" }
                """).put("revocationList", LIST));
        documents.put(HOST + "/ob1/emetteur-de-2.0", Json.object("""
                {
                  "@context": "https://w3id.org/openbadges/v2", "type": "Issuer", "name": "L’Atelier des Possibles",
                  "url": "https://atelier.example/", "email": "contact@atelier.example"
                }
                """).put("id", HOST + "/ob1/emetteur-de-2.0"));
        documents.put(HOST + "/ob1/emetteur-a-portee", Json.object("""
                {
                  "name": "L’Atelier des Possibles", "url": "https://atelier.example/",
                  "verification": { "type": "VerificationObject", "startsWith": "https://ob2.example/ob1/atelier/" }
                }
                """));
        for (String name : List.of("de-2.0", "a-portee")) {
            documents.put(
                    HOST + "/ob1/badge-" + name,
                    documents.get(HOST + "/ob1/badge-signe").deepCopy().put("issuer", HOST + "/ob1/emetteur-" + name));
        }
        documents.put(LIST, Json.object("""
                { "retire": "Délivré par erreur", "retire-sans-motif": "" }
                """));
        return documents;
    }
}
