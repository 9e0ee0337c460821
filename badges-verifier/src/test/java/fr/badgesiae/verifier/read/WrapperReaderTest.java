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
    private static final String BADGE =
            "{\"type\":[\"VerifiableCredential\",\"OpenBadgeCredential\"],\"credentialSubject\":{}}";

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
        ReadResult listed = read(lists(holding(20), 1));
        assertThat(ReasonCode.FORMAT_TOO_MANY_BADGES.is(listed.reason())).isTrue();
        assertThat(listed.parts()).isEmpty();
    }

    /** What is no credential does not count, but each part of a submission gets a report. */
    @Test
    void partsThatAreNoCredentialsAreAsMany() {
        String list = "[" + BADGE + ",1,1,1,1,1,1,1,1,1]";
        assertThat(read(lists(list, 2)).parts()).hasSize(20);
        String over = "[" + BADGE + ",1,1,1,1,1,1,1,1,1,1]";
        assertThat(ReasonCode.FORMAT_TOO_MANY_BADGES.is(read(lists(over, 2)).reason()))
                .isTrue();
    }

    @Test
    void aListOfNothingIsNoPartOfTheLimit() {
        assertThat(read(lists(BADGE, 20)).parts()).hasSize(20);
        assertThat(read("[" + lists("1", 20) + "," + BADGE + "]").parts()).hasSize(2);
    }

    @Test
    void aWrapperSaysWhyItHoldsNone() {
        assertThat(read("[{},null]").reason().code()).isEqualTo("format.not-a-credential");
        assertThat(read("[]").reason().code()).isEqualTo("format.presentation-empty");
        assertThat(read("{\"jwt\":\"eyJhbGciOiJFUzI1NiJ9.e.e\"}").reason().code())
                .isEqualTo("format.not-a-jws");
    }

    @Test
    void aWrapperCarriesObjectsAndTexts() {
        ReadResult reading = read("{\"credentials\":[\"" + TOKEN + "\"," + BADGE + ",1,true]}");
        assertThat(reading.parts()).hasSize(2);
        assertThat(reading.parts())
                .allSatisfy(part -> assertThat(part.credential()).isPresent());
    }

    @Test
    void aPresentationHoldsTwentyWithThoseOfPresentationsInIt() {
        assertThat(read(presenting(lists(BADGE, 20))).parts()).hasSize(20);
        assertThat(ReasonCode.FORMAT_TOO_MANY_BADGES.is(
                        read(presenting(lists(BADGE, 21))).reason()))
                .isTrue();
        String fifteen = presenting(lists(BADGE, 15));
        assertThat(read(presenting("[" + fifteen + "," + presenting(lists(BADGE, 5)) + "]"))
                        .parts())
                .hasSize(20);
        for (String held : List.of("[" + fifteen + "," + presenting(lists(BADGE, 6)) + "]", holding(20))) {
            ReadResult over = read(presenting(held));
            assertThat(ReasonCode.FORMAT_TOO_MANY_BADGES.is(over.reason())).isTrue();
            assertThat(over.parts()).isEmpty();
        }
    }

    @Test
    void aRecordInThreeListsIsReadAndWhatItHoldsIsTooDeep() {
        assertThat(read(lists(lists(holding(1), 1), 1)).parts()).hasSize(2);
        List<ReadResult> deeper = read(lists(lists(lists(holding(1), 1), 1), 1)).parts();
        assertThat(deeper).hasSize(2);
        assertThat(ReasonCode.FORMAT_WRAPPED_TOO_DEEP.is(deeper.get(1).reason()))
                .isTrue();
    }

    @Test
    void credentialsOfOtherKindsAreTheContentOfARecord() {
        String other = "{\"type\":[\"VerifiableCredential\"],\"credentialSubject\":{}}";
        assertThat(read(holding(lists(other, 20))).parts()).hasSize(1);
        assertThat(read(holding(lists(other, 21))).parts()).hasSize(2);
        String assertion = "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Autre\"}";
        assertThat(read(holding(assertion)).parts()).as("of Open Badges 2.0").hasSize(2);
    }

    @Test
    void partsOfARecordThatAreNoCredentialsAreAsMany() {
        assertThat(read(holding(presenting(lists("1", 19)))).parts()).hasSize(20);
        List<ReadResult> over = read(holding(presenting(lists("1", 20)))).parts();
        assertThat(over).hasSize(2);
        assertThat(ReasonCode.FORMAT_TOO_MANY_BADGES.is(over.get(1).reason())).isTrue();
    }

    private static String lists(String item, int times) {
        return "[" + String.join(",", Collections.nCopies(times, item)) + "]";
    }

    private static String presenting(String held) {
        return "{\"type\":\"VerifiablePresentation\",\"verifiableCredential\":" + held + "}";
    }

    private static String holding(int badges) {
        return holding(lists(BADGE, badges));
    }

    private static String holding(String held) {
        return "{\"type\":[\"VerifiableCredential\",\"ClrCredential\"],\"credentialSubject\":{\"verifiableCredential\":"
                + held + "}}";
    }

    @Test
    void theFindingsSayWhichCredentialItWasAndNothingElseOfTheWrapper() {
        ReadResult reading = read("{\"holder\":\"Camille\",\"credentials\":[\"" + TOKEN + "\"]}");
        assertThat(reading.findings().toString()).contains("credential 1 of 1").doesNotContain("Camille");
    }
}
