package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.scan.ImageScanner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reading says once it lies in a container, and under which name. */
class ReadResultTest {
    private static final Finding LENGTH = new Finding("format.length", "2", "");
    private static final Finding OWN = new Finding("format.own", "", "");
    private static final Finding AROUND = new Finding("format.around", "", "");
    private static final Reason DAMAGED = ReasonCode.FORMAT_IMAGE_DAMAGED.with();

    private static ReadResult read() {
        ParsedCredential credential =
                new ParsedCredential(InputKind.OB3_JSON, ReferenceData.parse("{}"), Optional.empty());
        return ReadResult.of(credential, List.of(LENGTH, OWN));
    }

    private static ReadResult several() {
        return ReadResult.several(InputKind.WRAPPED, List.of(read(), ReadResult.failed(InputKind.UNKNOWN, DAMAGED)));
    }

    @Test
    void aContainerReplacesLengthAndDigestOfEachPart() {
        assertThat(read().inside(InputKind.PNG, AROUND).findings()).containsExactly(AROUND, OWN);
        ReadResult part = several().inside(InputKind.PNG, AROUND).parts().get(0);
        assertThat(part.findings()).containsExactly(AROUND, OWN);
        assertThat(part.kind()).isEqualTo(InputKind.PNG);
        assertThat(read().with(List.of(AROUND)).findings()).containsExactly(AROUND, LENGTH, OWN);
        assertThat(several().with(List.of(AROUND)).parts().get(1).findings()).containsExactly(AROUND);
    }

    @Test
    void aWarningIsForWhatWasRead() {
        ReadResult warned = read().warning(DAMAGED);
        assertThat(warned.outcome()).isEqualTo(Outcome.WARNING);
        assertThat(warned.reason()).isEqualTo(DAMAGED);
        ReadResult unread = ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_EMPTY.with())
                .warning(DAMAGED);
        assertThat(unread.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(unread.reason()).isEqualTo(ReasonCode.FORMAT_EMPTY.with());
        assertThat(several().warning(DAMAGED).parts())
                .extracting(ReadResult::outcome)
                .containsExactly(Outcome.WARNING, Outcome.FAILED);
    }

    @Test
    void theFirstNameStaysWithEachPart() {
        ReadResult named = several().named("a").named("b");
        assertThat(named.source()).isEqualTo("a");
        assertThat(named.parts()).extracting(ReadResult::source).containsOnly("a");
        assertThat(named.from("c").parts()).extracting(ReadResult::source).containsOnly("c");
    }

    @Test
    void aRecordAndAPresentationAreAroundEachPart() {
        Presentation presentation = new Presentation(ReferenceData.parse("{}"), Optional.empty());
        ReadResult inside = several().inRecord().presentedIn(presentation);
        assertThat(inside.parts()).hasSize(2).allSatisfy(part -> {
            assertThat(part.ofRecord()).isTrue();
            assertThat(part.presentations()).containsExactly(presentation);
        });
        assertThat(ReadResult.notRead(DAMAGED, OWN).findings()).containsExactly(OWN);
    }

    private static ReadResult submitted(Submission submission) {
        return new SubmissionReader(new ImageScanner()).read(submission, Fetcher.offline());
    }

    @Test
    void aSubmissionHasTheNameThatTheCallerGave() {
        assertThat(submitted(new Submission.Text("{}", "a.json")).source()).isEqualTo("a.json");
        assertThat(submitted(new Submission.Text("{}", null)).source()).isNull();
        byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(submitted(new Submission.Bytes(bytes, null, "b.json")).source())
                .isEqualTo("b.json");
        assertThat(submitted(new Submission.Bytes(bytes, null, null)).source()).isNull();
    }

    @Test
    void withoutANameTheAddressThatAnotherOneCarriesIsTheSource() {
        String carrying = "https://a.example/x?certUrl=https://b.example/1";
        assertThat(submitted(new Submission.Text(carrying, null)).source()).isEqualTo("https://b.example/1");
        assertThat(submitted(new Submission.Text(carrying, "a.txt")).source()).isEqualTo("a.txt");
    }

    @Test
    void anAddressIsItsOwnNameWhetherItHoldsTheBadgeOrLeadsToIt() {
        String badge = "data:application/vc,%7B%22credentialSubject%22:%7B%7D%7D";
        ReadResult held = submitted(new Submission.Address(URI.create(badge)));
        assertThat(held.credential()).isPresent();
        assertThat(held.source()).isEqualTo(badge);
        ReadResult away = submitted(new Submission.Address(URI.create("https://a.example/1")));
        assertThat(away.reason().code()).isEqualTo("format.not-fetched");
        assertThat(away.source()).isEqualTo("https://a.example/1");
    }

    @Test
    void theTypeOfAnEnvelopeIsToldAtMostOneHundredCharactersLong() {
        for (int length : new int[] {100, 101}) {
            String url = "data:a/" + "b".repeat(length - 2) + ",x";
            ReadResult reading = CredentialReader.read(url.getBytes(StandardCharsets.UTF_8));
            assertThat(reading.reason().arguments()).containsExactly("a/" + "b".repeat(98));
        }
    }

    @Test
    void thePresentationIsToldSignedOrNot() {
        String held = "\"type\":\"VerifiablePresentation\",\"verifiableCredential\":{\"credentialSubject\":{}}";
        for (String proof : new String[] {"", ",\"proof\":{}"}) {
            ReadResult reading = CredentialReader.read(("{" + held + proof + "}").getBytes(StandardCharsets.UTF_8));
            assertThat(reading.findings())
                    .extracting(Finding::value)
                    .contains("credential 1 of 1, " + (proof.isEmpty() ? "not signed" : "signed"));
        }
    }
}
