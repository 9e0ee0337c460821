package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.Ob2Case.HOST;
import static fr.badgesiae.schemas.samples.Ob2Case.signed;
import static fr.badgesiae.schemas.samples.Ob2Case.soundSigned;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Signed badges of Open Badges 2.0: keys, their listing, and revocation lists. */
final class Ob2SignedSamples {
    private static final String NOT_LISTED = "FAILED proof.key-not-listed-by-issuer";

    private Ob2SignedSamples() {}

    static List<Ob2Sample> all() {
        return List.of(
                signed("valid-ob2-signed").jws("RS256, creator is the issuer’s key", soundSigned()),
                signed("valid-ob2-signed-without-creator")
                        .with(a -> a.withObject("/verification").remove("creator"))
                        .jws("RS256, the issuer’s keys are tried", soundSigned()),
                key("valid-ob2-signed-jwk", k -> {
                            k.remove("publicKeyPem");
                            k.set("publicKeyJwk", Json.object(Issuers.ATELIER_EC.jwk()));
                        })
                        .jws("ES256, the key as a JWK", Issuers.ATELIER_EC, withoutList()),
                signed("valid-ob2-signed-embedded")
                        .with(a -> a.set(
                                "badge",
                                Ob2HostedSamples.embedded().put("id", "urn:uuid:0f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e61")))
                        .jws("the BadgeClass is embedded and lies nowhere else", soundSigned()),
                signed("ob2-signed-badge-class-elsewhere")
                        .with(a -> a.set(
                                "badge",
                                Ob2HostedSamples.embedded().put("id", "https://ailleurs.example/badges/absente")))
                        .jws(
                                "the BadgeClass inside lies at an address of others, who do not publish it",
                                unproven("INCONCLUSIVE proof.badge-class-unreachable")),
                key("ob2-signed-key-without-owner", k -> k.remove("owner"))
                        .jws(
                                "the key does not say whose it is",
                                withoutList().but("PROOF", "WARNING proof.key-owner-missing")),
                key("ob2-signed-key-of-another-owner", k -> k.put("owner", HOST + "/issuers/intrus"))
                        .jws(
                                "the issuer lists a key that says it is somebody else’s",
                                unproven("FAILED proof.key-owner-differs")),
                key("ob2-signed-key-revoked", k -> k.put("revoked", "2026-06-01T00:00:00Z"))
                        .jws("the key was taken out of use", unproven("FAILED proof.key-revoked")),
                key(
                                "ob2-signed-key-too-small",
                                k -> k.put(
                                        "publicKeyPem",
                                        "-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQ==\n-----END PUBLIC KEY-----\n"))
                        .jws("an RSA key of 512 bits", unproven("INCONCLUSIVE proof.key-not-usable")),
                signed("ob2-signed-key-not-listed")
                        .with(a -> a.withObject("/verification").put("creator", HOST + "/keys/intrus"))
                        .publish(HOST + "/keys/intrus", Ob2Case.key(HOST + "/keys/intrus"))
                        .jws("creator is a key that the issuer does not list", unproven(NOT_LISTED)),
                signed("ob2-signed-key-unreachable")
                        .profile(p -> p.put("publicKey", HOST + "/keys/absente"))
                        .with(a -> a.withObject("/verification").put("creator", HOST + "/keys/absente"))
                        .jws("the issuer’s key cannot be read", unproven("INCONCLUSIVE proof.issuer-keys-unreachable")),
                signed("ob2-signed-issuer-without-keys")
                        .profile(p -> p.remove("publicKey"))
                        .jws("the issuer lists no key", unproven("INCONCLUSIVE proof.issuer-publishes-no-keys")),
                signed("ob2-signed-keys-of-embedded-profile")
                        .with(a -> {
                            ObjectNode badge = Ob2HostedSamples.embedded();
                            badge.put("id", "urn:uuid:0f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e62");
                            badge.withObject("/issuer").put("publicKey", HOST + "/keys/intrus");
                            a.set("badge", badge);
                            a.withObject("/verification").put("creator", HOST + "/keys/intrus");
                        })
                        .jws("only the Profile inside the badge lists the key", unproven(NOT_LISTED)),
                tampered(),
                header("ob2-signed-alg-none", "unsecured", "{\"alg\":\"none\"}", "FAILED proof.algorithm-refused"),
                header("ob2-signed-hs256", "a shared secret", "{\"alg\":\"HS256\"}", "FAILED proof.algorithm-refused"),
                header(
                        "ob2-signed-ps256",
                        "an algorithm that is not examined",
                        "{\"alg\":\"PS256\"}",
                        "INCONCLUSIVE proof.algorithm-not-examined"),
                header(
                        "ob2-signed-crit",
                        "a critical header that nobody knows",
                        "{\"alg\":\"RS256\",\"crit\":[\"x\"],\"x\":1}",
                        "FAILED proof.critical-header-unknown"),
                signed("ob2-signed-says-hosted")
                        .with(a -> a.set("verification", Json.object("{\"type\":\"hosted\"}")))
                        .jws(
                                "signed, and says that it is hosted",
                                soundSigned().but("PROOF", "WARNING proof.verification-type-differs")),
                revoked("ob2-signed-says-revoked", "the assertion itself says so", a -> a.put("revoked", true)),
                revoked("ob2-signed-says-revoked-as-text", "says so as a text", a -> a.put("revoked", "true"))
                        .expecting("SCHEMA", "FAILED schema.ob2-does-not-conform"),
                signed("ob2-signed-says-not-revoked")
                        .with(a -> a.put("revoked", "false"))
                        .jws(
                                "the assertion says as a text that it is not revoked",
                                soundSigned().but("SCHEMA", "FAILED schema.ob2-does-not-conform")),
                revoked(
                        "ob2-signed-revoked",
                        "in the issuer’s list by its id",
                        a -> a.put("id", "urn:uuid:3c574c87-b96f-4f06-8eb5-68a29335b60e")),
                revoked(
                        "ob2-signed-revoked-with-reason",
                        "in the issuer’s list, with a reason",
                        a -> a.put("id", "urn:uuid:e79a6c18-787e-4868-8e65-e6a4530fb418")),
                revoked("ob2-signed-revoked-by-uid", "in the issuer’s list by its uid", a -> a.put("uid", "abc123")),
                list(
                        "ob2-signed-list-unreachable",
                        "the list cannot be read",
                        null,
                        "INCONCLUSIVE status.list-unreachable"),
                list(
                        "ob2-signed-list-unreadable",
                        "the list is of another type",
                        l -> l.put("type", "Profile"),
                        "INCONCLUSIVE status.list-unreadable"),
                list(
                        "ob2-signed-list-of-another-issuer",
                        "the list is somebody else’s",
                        l -> l.put("issuer", HOST + "/issuers/intrus"),
                        "INCONCLUSIVE status.list-issuer-differs"),
                list(
                        "ob2-signed-list-of-another-address",
                        "the list names another address than its own",
                        l -> l.put("id", HOST + "/revocations/autre"),
                        "INCONCLUSIVE status.list-id-differs"),
                list(
                        "ob2-signed-revoked-in-list-of-another-address",
                        "in the issuer’s list, which names another address than its own",
                        l -> l.put("id", HOST + "/revocations/autre")
                                .putArray("revokedAssertions")
                                .add("urn:uuid:6f1d2c5e-8a34-4b0e-9f67-2d1c3b4a5e60"),
                        "FAILED status.revoked"),
                list(
                        "ob2-signed-revoked-by-its-http-address",
                        "in the issuer’s list by the http address of the badge",
                        a -> a.put("id", HOST + "/assertions/retiree"),
                        l -> l.putArray("revokedAssertions").add("http://ob2.example/assertions/retiree"),
                        "FAILED status.revoked"),
                list(
                        "ob2-signed-list-without-entries",
                        "the list does not say what it revokes, not even nothing",
                        l -> l.remove("revokedAssertions"),
                        "INCONCLUSIVE status.list-unreadable"),
                list(
                        "valid-ob2-signed-list-of-nothing",
                        "the list says that nothing is revoked",
                        l -> l.putArray("revokedAssertions"),
                        "PASSED status.not-set"),
                list(
                        "ob2-signed-revoked-beside-malformed",
                        "in the issuer’s list, beside an entry that is none",
                        l -> l.putArray("revokedAssertions")
                                .add(12)
                                .add("URN:UUID:6F1D2C5E-8A34-4B0E-9F67-2D1C3B4A5E60"),
                        "FAILED status.revoked"));
    }

    private static Expected unproven(String answer) {
        return soundSigned().unproven(answer);
    }

    private static Expected withoutList() {
        return soundSigned().but("STATUS", "NOT_APPLICABLE status.none");
    }

    /** An issuer with a separate key and no revocation list. */
    private static Ob2Case key(String name, Consumer<ObjectNode> change) {
        String id = HOST + "/keys/" + name;
        ObjectNode key = Ob2Case.key(id).put("owner", HOST + "/issuers/" + name);
        change.accept(key);
        return signed(name)
                .profile(p -> {
                    p.put("publicKey", id);
                    p.remove("revocationList");
                })
                .with(a -> a.withObject("/verification").put("creator", id))
                .publish(id, key);
    }

    private static Ob2Sample revoked(String name, String about, Consumer<ObjectNode> change) {
        return signed(name).with(change).jws(about, soundSigned().but("STATUS", "FAILED status.revoked"));
    }

    private static Ob2Sample list(String name, String about, Consumer<ObjectNode> change, String answer) {
        return list(name, about, a -> {}, change, answer);
    }

    private static Ob2Sample list(
            String name, String about, Consumer<ObjectNode> badge, Consumer<ObjectNode> change, String answer) {
        String id = HOST + "/revocations/" + name;
        Ob2Case made = signed(name).with(badge).profile(p -> {
            p.put("revocationList", id);
            p.set("publicKey", Ob2Case.key(Ob2Case.KEY).put("owner", p.get("id").asText()));
        });
        if (change != null) {
            ObjectNode list = Ob2Case.list(id).put("issuer", HOST + "/issuers/" + name);
            change.accept(list);
            made.publish(id, list);
        }
        return made.jws(about, soundSigned().but("STATUS", answer));
    }

    private static Ob2Sample header(String name, String about, String header, String answer) {
        Ob2Case made = signed(name);
        return made.text(
                about, Jws.compact(Json.object(header), made.assertion(), Issuers.ATELIER_RSA::sign), unproven(answer));
    }

    private static Ob2Sample tampered() {
        Ob2Case made = signed("ob2-signed-tampered");
        String jws = Jws.compact(Json.object("{\"alg\":\"RS256\"}"), made.assertion(), Issuers.ATELIER_RSA::sign);
        String[] parts = jws.split("\\.");
        made.with(a -> a.put("expires", "2036-10-01T08:00:00Z"));
        parts[1] = Encodings.base64url(Json.compact(made.assertion()).getBytes(StandardCharsets.UTF_8));
        return made.text(
                "changed after it was signed", String.join(".", parts), unproven("FAILED proof.signature-invalid"));
    }
}
