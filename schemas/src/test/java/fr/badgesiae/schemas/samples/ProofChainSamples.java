package fr.badgesiae.schemas.samples;

import static fr.badgesiae.schemas.samples.SuiteProofs.add;
import static fr.badgesiae.schemas.samples.SuiteProofs.badge;
import static fr.badgesiae.schemas.samples.SuiteProofs.options;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Badges with several proofs, as sets and as chains. */
final class ProofChainSamples {
    private static final String ONE = "urn:uuid:11111111-0000-4000-8000-000000000001";
    private static final String TWO = "urn:uuid:22222222-0000-4000-8000-000000000002";
    private static final String NOT_FOUND = "FAILED proof.previous-proof-not-found";

    private ProofChainSamples() {}

    static List<Made> all() {
        return List.of(
                sound("valid-proof-set", "two proofs of two suites side by side", set()),
                sound("valid-proof-chain", "a proof upon a proof", chain()),
                sound("valid-proof-chain-of-three", "a proof upon two others", three()),
                sound("valid-proof-chain-reordered", "the chain listed from its end", reordered()),
                sound("valid-proof-set-one-broken", "one of two proofs does not hold", oneBroken()),
                failed(
                        "proof-chain-unknown-id",
                        "a proof upon one that was taken away",
                        predecessorRemoved(),
                        NOT_FOUND),
                failed(
                        "proof-chain-ambiguous-id",
                        "two proofs under the id that a third builds on",
                        twins(),
                        NOT_FOUND),
                failed("proof-chain-id-not-text", "a proof upon a number", notText(), NOT_FOUND),
                failed(
                        "proof-chain-loop",
                        "two proofs, each upon the other",
                        loop(),
                        "FAILED proof.previous-proof-loops"),
                failed(
                        "proof-chain-upon-itself",
                        "a proof upon itself",
                        add(badge(), KeyRing.ED, named(ONE).put("previousProof", ONE)),
                        "FAILED proof.previous-proof-loops"),
                failed(
                        "proof-chain-predecessor-changed",
                        "the first proof changed after the second was made",
                        predecessorChanged(),
                        "FAILED proof.signature-invalid"),
                failed(
                        "proof-chain-upon-a-bad-proof",
                        "a sound proof upon one that never held",
                        uponBad(),
                        "FAILED proof.signature-invalid"),
                failed("proof-chain-unlinked", "the link to the first proof taken away", unlinked(), null),
                failed("proofs-too-many", "eleven proofs", many(), "INCONCLUSIVE proof.too-many-proofs"));
    }

    private static Made sound(String name, String about, ObjectNode badge) {
        return Made.json(name, about, badge, Expected.soundWithoutStatus());
    }

    private static Made failed(String name, String about, ObjectNode badge, String answer) {
        Expected expected = Expected.soundWithoutStatus();
        return Made.json(name, about, badge, answer == null ? expected : expected.unproven(answer));
    }

    private static ObjectNode named(String id) {
        return options("eddsa-rdfc-2022", "ed25519-1").put("id", id);
    }

    private static ObjectNode upon(String id) {
        return options("ecdsa-rdfc-2019", "p256-1").put("previousProof", id);
    }

    private static ObjectNode set() {
        return add(add(badge(), KeyRing.ED, named(ONE)), KeyRing.P384, options("ecdsa-jcs-2019", "p384-1"));
    }

    private static ObjectNode chain() {
        return add(add(badge(), KeyRing.ED, named(ONE)), KeyRing.P256, upon(ONE));
    }

    private static ObjectNode three() {
        ObjectNode two = add(add(badge(), KeyRing.ED, named(ONE)), KeyRing.ED, named(TWO));
        ObjectNode options = options("ecdsa-jcs-2019", "p384-1");
        options.putArray("previousProof").add(ONE).add(TWO);
        return add(two, KeyRing.P384, options);
    }

    private static ArrayNode proofs(ObjectNode badge) {
        return (ArrayNode) badge.get("proof");
    }

    private static ObjectNode reordered() {
        ObjectNode chain = chain();
        proofs(chain).add(proofs(chain).remove(0));
        return chain;
    }

    private static ObjectNode oneBroken() {
        ObjectNode set = set();
        ((ObjectNode) proofs(set).get(0)).put("created", "2026-10-02T08:00:05Z");
        return set;
    }

    private static ObjectNode predecessorRemoved() {
        ObjectNode chain = chain();
        proofs(chain).remove(0);
        return chain;
    }

    private static ObjectNode twins() {
        ObjectNode two = add(add(badge(), KeyRing.ED, named(ONE)), KeyRing.ED, named(ONE));
        return add(two, KeyRing.P256, upon(ONE));
    }

    private static ObjectNode notText() {
        ObjectNode chain = chain();
        ((ObjectNode) proofs(chain).get(1)).put("previousProof", 1);
        return chain;
    }

    private static ObjectNode loop() {
        ObjectNode first = add(badge(), KeyRing.ED, named(ONE).put("previousProof", TWO));
        return add(first, KeyRing.P256, upon(ONE).put("id", TWO));
    }

    private static ObjectNode predecessorChanged() {
        ObjectNode chain = chain();
        ((ObjectNode) proofs(chain).get(0)).put("created", "2026-10-02T08:00:05Z");
        return chain;
    }

    private static ObjectNode uponBad() {
        return add(add(badge(), Issuers.INTRUDER_ED, named(ONE)), KeyRing.P256, upon(ONE));
    }

    private static ObjectNode unlinked() {
        ObjectNode chain = chain();
        ((ObjectNode) proofs(chain).get(1)).remove("previousProof");
        return chain;
    }

    private static ObjectNode many() {
        ObjectNode badge = add(badge(), KeyRing.ED, options("eddsa-jcs-2022", "ed25519-1"));
        for (int i = 0; i < 10; i++) {
            proofs(badge).add(proofs(badge).get(0).deepCopy());
        }
        return badge;
    }
}
