package fr.badgesiae.verifier.ob2;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static fr.badgesiae.verifier.ob2.Ob2Fixture.reason;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.CheckName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientTest {
    private static final String MATCHES = "PASSED recipient.matches";
    private static final String OTHER_SPELLING = "WARNING recipient.matches-in-another-spelling";
    private static final String NOT_MATCHED = "INCONCLUSIVE recipient.hash-not-matched";

    @ParameterizedTest
    @CsvSource({
        "email, lea@exemple.example, email=lea@exemple.example, PASSED recipient.matches",
        "email, Lea@Exemple.example, email=lea@exemple.EXAMPLE, WARNING recipient.matches-in-another-spelling",
        "https://schema.org/email, lea@exemple.example, email=lea@exemple.example, PASSED recipient.matches",
        "email, lea@exemple.example, emailAddress=lea@exemple.example, PASSED recipient.matches",
        "email, lea@exemple.example, email=leo@exemple.example, FAILED recipient.differs",
        "telephone, +33 6 12 34 56 78, telephone=+33612345678, PASSED recipient.matches",
        "url, https://exemple.example/lea, url=https://exemple.example/Lea, FAILED recipient.differs",
        "id, https://exemple.example/lea, id=https://exemple.example/lea, PASSED recipient.matches",
        "id, https://exemple.example/lea, email=lea@exemple.example, INCONCLUSIVE recipient.not-named",
        "email, lea@exemple.example, nothing, INCONCLUSIVE recipient.policy-malformed",
    })
    void aPlainIdentityIsCompared(String type, String identity, String known, String answer) {
        assertThat(judged(type, identity, false, null, known)).isEqualTo(answer);
    }

    @Test
    void aHashedIdentityIsComparedWithItsSalt() {
        String hash = "sha256$" + digest("SHA-256", "lea@exemple.example" + "mer morte");
        assertThat(judged("email", hash, true, "mer morte", "email=lea@exemple.example"))
                .isEqualTo(MATCHES);
        assertThat(judged("email", hash, true, "mer morte", "email=LEA@exemple.example"))
                .isEqualTo(OTHER_SPELLING);
        assertThat(judged("email", hash, true, "mer noire", "email=lea@exemple.example"))
                .isEqualTo(NOT_MATCHED);
        assertThat(judged("email", hash, true, null, "email=lea@exemple.example"))
                .isEqualTo(NOT_MATCHED);
    }

    @Test
    void theCaseOfAHashDoesNotCount() {
        String hash = "md5$" + digest("MD5", "Lea@exemple.example").toUpperCase(Locale.ROOT);
        assertThat(judged("email", hash, true, null, "email=Lea@exemple.example"))
                .isEqualTo(MATCHES);
    }

    @Test
    void anUnknownHashIsNeverPassed() {
        assertThat(judged("email", "sha1$00", true, null, "email=lea@exemple.example"))
                .isEqualTo("INCONCLUSIVE recipient.hash-unknown");
    }

    private static String judged(String type, String identity, boolean hashed, String salt, String known) {
        return reason(
                new Ob2Fixture().with(policy -> policy.withRecipient(known)).hosted(assertion -> {
                    assertion.set(
                            "recipient",
                            json("{}")
                                    .put("type", type)
                                    .put("identity", identity)
                                    .put("hashed", hashed));
                    if (salt != null) {
                        assertion.withObject("/recipient").put("salt", salt);
                    }
                }),
                CheckName.RECIPIENT);
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
