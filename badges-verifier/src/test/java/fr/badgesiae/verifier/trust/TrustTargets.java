package fr.badgesiae.verifier.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.Signer;
import fr.badgesiae.verifier.trust.TrustListReader.Accepted;
import fr.badgesiae.verifier.trust.TrustListReader.Pinned;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/** Parsers of signed lists of known issuers. */
public final class TrustTargets {
    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
    private static final Crypto CRYPTO = Crypto.best();

    private final String did;
    private final Signer signer;

    private TrustTargets() {
        KeyPair pair = CRYPTO.generate(KeyType.ED25519, new SecureRandom());
        PublicKeys keys = new PublicKeys(CRYPTO);
        did = "did:key:" + keys.toMultikey(keys.of(pair.getPublic()));
        signer = CRYPTO.signer(AllowedAlgorithms.ED25519, pair.getPrivate());
    }

    /** All of them. */
    public static List<FuzzTarget> all() {
        TrustTargets targets = new TrustTargets();
        String list = targets.list();
        byte[] claims = Base64.getUrlDecoder().decode(list.split("\\.", -1)[1]);
        return List.of(
                FuzzTarget.text(
                        "trust-list",
                        List.of(list),
                        List.of(".", "=", "_", "e30"),
                        text -> targets.changed(text, list),
                        TrustListReader.class),
                FuzzTarget.document(
                        "trust-claims", List.of(claims), bytes -> targets.signed(bytes, list), TrustListReader.class));
    }

    /** No other bytes are accepted as the signed list. */
    private void changed(String text, String list) {
        boolean accepted = read(text) instanceof Accepted;
        assertThat(accepted && !text.strip().equals(list)).isFalse();
    }

    /** An accepted list is current and does not exceed the maximum lifetime, whatever was signed. */
    private void signed(byte[] claims, String list) {
        String input = list.substring(0, list.indexOf('.') + 1) + base64(claims);
        if (read(input + "." + base64(signer.sign(FuzzTarget.utf8(input)))) instanceof Accepted accepted) {
            assertThat(accepted.list().expires())
                    .isAfter(AT)
                    .isBeforeOrEqualTo(accepted.list().issuedAt().plus(SignedTrustList.LONGEST));
            assertThat(accepted.list().registry("N").find("did:web:absent.example"))
                    .isEmpty();
        }
    }

    private TrustListReader.Answer read(String text) {
        return new TrustListReader().read(FuzzTarget.utf8(text), new Pinned(did, AT, 3, false), Fetcher.offline());
    }

    private String list() {
        SignedTrustList.Entry entry = new SignedTrustList.Entry(
                "did:web:a.example", "A", "12345678901234", SignedTrustList.State.ACTIVE, LocalDate.of(2026, 1, 2));
        return TrustListWriter.sign(
                new SignedTrustList(did, AT.minusSeconds(60), AT.plusSeconds(3600), 3, List.of(entry)),
                "EdDSA",
                did + did.replace("did:key:", "#"),
                signer);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
