package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrapperReaderTest {
    private static final String TOKEN =
            Samples.named("valid-jwt-es256.jwt").text().strip();

    private static ReadResult read(String text) {
        return CredentialReader.readSubmitted(FuzzTarget.utf8(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "=\r\n", " ", "\t", "\u00A0", "\u200B", "\u00AD"})
    void aTokenIsJoinedWhateverBreaksIt(String blank) {
        String broken = TOKEN.replaceAll("(.{50})", "$1" + blank);
        assertThat(read(broken).credential().orElseThrow().jws().orElseThrow().compact())
                .isEqualTo(TOKEN.strip());
    }

    @Test
    void twoTokensAreNotJoined() {
        assertThat(ReasonCode.FORMAT_NOT_A_JWS.is(read(TOKEN + "\n" + TOKEN).reason()))
                .isTrue();
    }

    @Test
    void longRunsOfBlanksAndQuotesTakeLinearTime() {
        String blanks = " ".repeat(900_000) + "\"".repeat(900_000);
        assertThat(JwsReader.joined("ey" + blanks + "x")).startsWith("ey\"").endsWith("\"x");
    }

    @Test
    void aCredentialWithAMemberOfAWrapperIsNoWrapper() {
        for (String credential : List.of("valid-did-web.json", "not-a-badge.json", "valid-ob2-hosted.json")) {
            ObjectNode document = FuzzTarget.object(Samples.named(credential).bytes())
                    .orElseThrow()
                    .put("jwt", TOKEN)
                    .put("credential", TOKEN);
            assertThat(read(document.toString()).kind()).as(credential).isNotEqualTo(InputKind.WRAPPED);
        }
    }

    @Test
    void whatACredentialRefersToIsNotUnwrapped() {
        for (String wrapper : List.of("[\"" + TOKEN + "\"]", "{\"jwt\":\"" + TOKEN + "\"}", "\"" + TOKEN + "\"")) {
            assertThat(read(wrapper).credential()).isPresent();
            assertThat(CredentialReader.read(FuzzTarget.utf8(wrapper)).credential())
                    .isEmpty();
        }
    }

    /** Records count too, and reading ends with the first one over the limit. */
    @Test
    void recordsInListsInListsAreTooManyAtOnce() {
        String record = "{\"type\":[\"ClrCredential\"]}";
        String lists = lists(lists(lists(record, 20), 20), 20);
        ReadResult reading = read(lists);
        assertThat(ReasonCode.FORMAT_TOO_MANY_BADGES.is(reading.reason())).isTrue();
        assertThat(reading.parts()).isEmpty();
        assertThat(read(lists(lists(record, 5), 4)).parts()).hasSize(20);
        assertThat(read(lists(lists(record, 7), 3)).parts()).isEmpty();
    }

    @Test
    void aRecordCountsAmongWhatItHolds() {
        assertThat(read(holding(19)).parts()).hasSize(20);
        ReadResult over = read(holding(20));
        assertThat(over.parts()).hasSize(2);
        assertThat(ReasonCode.FORMAT_TOO_MANY_BADGES.is(over.parts().get(1).reason()))
                .isTrue();
    }

    private static String lists(String item, int times) {
        return "[" + String.join(",", Collections.nCopies(times, item)) + "]";
    }

    private static String holding(int badges) {
        String badge = "{\"type\":[\"VerifiableCredential\",\"OpenBadgeCredential\"],\"credentialSubject\":{}}";
        return "{\"type\":[\"VerifiableCredential\",\"ClrCredential\"],\"credentialSubject\":{\"verifiableCredential\":"
                + lists(badge, badges) + "}}";
    }

    @Test
    void theFindingsSayWhichCredentialItWasAndNothingElseOfTheWrapper() {
        ReadResult reading = read("{\"holder\":\"Camille\",\"credentials\":[\"" + TOKEN + "\"]}");
        assertThat(reading.findings().toString()).contains("credential 1 of 1").doesNotContain("Camille");
    }
}
