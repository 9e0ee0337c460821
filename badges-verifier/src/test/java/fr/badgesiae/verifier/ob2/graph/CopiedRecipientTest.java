package fr.badgesiae.verifier.ob2.graph;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CopiedRecipientTest {
    private static final String LEA = "lea@exemple.example";
    private static final String LEO = "leo@exemple.example";

    private static ObjectNode plain(String identity) {
        return json("{\"type\":\"email\"}").put("identity", identity).put("hashed", false);
    }

    private static ObjectNode hashed(String hash, String salt) {
        return json("{\"type\":\"email\"}")
                .put("identity", hash)
                .put("hashed", true)
                .put("salt", salt);
    }

    private static String sha256(String text) {
        return "sha256$" + digest("SHA-256", text);
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer, which is the same for the copy and the published one exchanged. */
    private static CopiedRecipient of(ObjectNode one, ObjectNode other) {
        CopiedRecipient answer = CopiedRecipient.of(one, other);
        assertThat(CopiedRecipient.of(other, one)).as("the other way round").isEqualTo(answer);
        return answer;
    }

    @Test
    void anEqualRecipientIsTheSameWhateverItHolds() {
        assertThat(of(json("{\"type\":\"email\"}"), json("{\"type\":\"email\"}")))
                .isEqualTo(CopiedRecipient.SAME);
    }

    @Test
    void aRecipientWithoutIdentityIsNobodyElse() {
        assertThat(of(json("{\"type\":\"email\"}"), plain(LEA))).isEqualTo(CopiedRecipient.WRITTEN_OTHERWISE);
        assertThat(of(json("{\"type\":\"email\"}"), hashed(sha256(LEA), "")))
                .isEqualTo(CopiedRecipient.WRITTEN_OTHERWISE);
    }

    @Test
    void plainIdentitiesDifferByMoreThanTheirCase() {
        assertThat(of(plain(LEA), plain(LEA).put("salt", "sel"))).isEqualTo(CopiedRecipient.SAME);
        assertThat(of(plain(LEA), plain("Lea@exemple.example"))).isEqualTo(CopiedRecipient.WRITTEN_OTHERWISE);
        assertThat(of(plain(LEA), plain(LEO))).isEqualTo(CopiedRecipient.SOMEBODY_ELSE);
    }

    @Test
    void oneIdentityOfTwoTypesIsWrittenOtherwise() {
        assertThat(of(plain(LEA), plain(LEA).put("type", "id"))).isEqualTo(CopiedRecipient.WRITTEN_OTHERWISE);
        assertThat(of(plain(LEA), plain(LEO).put("type", "id"))).isEqualTo(CopiedRecipient.SOMEBODY_ELSE);
    }

    @Test
    void hashesDifferForCertainWithOneAlgorithmAndOneSaltOnly() {
        ObjectNode lea = hashed(sha256(LEA + "sel"), "sel");
        ObjectNode upper = hashed("SHA256$" + digest("SHA-256", LEA + "sel").toUpperCase(Locale.ROOT), "sel");
        assertThat(of(lea, upper)).isEqualTo(CopiedRecipient.SAME);
        assertThat(of(lea, hashed(sha256(LEO + "sel"), "sel"))).isEqualTo(CopiedRecipient.SOMEBODY_ELSE);
        assertThat(of(lea, hashed(sha256(LEO + "iode"), "iode"))).isEqualTo(CopiedRecipient.WRITTEN_OTHERWISE);
        assertThat(of(lea, hashed("md5$" + digest("MD5", LEO + "sel"), "sel")))
                .isEqualTo(CopiedRecipient.WRITTEN_OTHERWISE);
    }

    @Test
    void hashesOfAnUnknownAlgorithmAreTheSameOrCannotBeCompared() {
        ObjectNode unknown = hashed("sha1$00", "sel");
        assertThat(of(unknown, hashed("sha1$00", "sel").put("note", "autre"))).isEqualTo(CopiedRecipient.SAME);
        assertThat(of(unknown, hashed("sha1$01", "sel"))).isEqualTo(CopiedRecipient.WRITTEN_OTHERWISE);
        assertThat(of(unknown, hashed(sha256(LEA + "sel"), "sel"))).isEqualTo(CopiedRecipient.WRITTEN_OTHERWISE);
    }

    @Test
    void aHashIsOfThePlainIdentityOrOfAnother() {
        assertThat(of(plain(LEA), hashed(sha256(LEA + "sel"), "sel"))).isEqualTo(CopiedRecipient.SAME);
        assertThat(of(plain("Lea@Exemple.example"), hashed(sha256("Lea@Exemple.example"), "")))
                .isEqualTo(CopiedRecipient.SAME);
        assertThat(of(plain("Lea@Exemple.example"), hashed(sha256(LEA + "sel"), "sel")))
                .as("lower case is what the specification hashes")
                .isEqualTo(CopiedRecipient.SAME);
        assertThat(of(plain(LEA), hashed(sha256("LEA@EXEMPLE.EXAMPLE"), "")))
                .isEqualTo(CopiedRecipient.WRITTEN_OTHERWISE);
        assertThat(of(plain(LEA), hashed("sha1$00", ""))).isEqualTo(CopiedRecipient.WRITTEN_OTHERWISE);
        assertThat(of(plain(LEO), hashed(sha256(LEA), ""))).isEqualTo(CopiedRecipient.SOMEBODY_ELSE);
        assertThat(of(plain(LEA), hashed(sha256(LEA + "sel"), "iode"))).isEqualTo(CopiedRecipient.SOMEBODY_ELSE);
    }

    @Test
    void theTypeSaysWhichSpellingsAHashMayBeOf() {
        ObjectNode telephone = plain("+33 6 12 34 56 78").put("type", "telephone");
        ObjectNode digits = hashed(sha256("+33612345678"), "").put("type", "telephone");
        assertThat(of(telephone, digits)).isEqualTo(CopiedRecipient.WRITTEN_OTHERWISE);
        assertThat(of(telephone.put("type", "id"), digits)).isEqualTo(CopiedRecipient.SOMEBODY_ELSE);
    }

    @Test
    void aValueOfTheFormOfAHashIsOneEvenWhereItIsNotDeclared() {
        ObjectNode silent = plain(sha256(LEA));
        assertThat(of(silent, plain(LEA))).isEqualTo(CopiedRecipient.SAME);
        assertThat(of(silent, hashed(sha256(LEA), ""))).isEqualTo(CopiedRecipient.SAME);
    }
}
