package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContainedBadgesTest {
    private static final ReadResult NOT_JSON =
            ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_JSON.with("1", "2"));
    private static final ReadResult TOO_LARGE =
            ReadResult.inconclusive(InputKind.UNKNOWN, ReasonCode.FORMAT_TOO_LARGE.with("9"));

    private final ContainedBadges contained = new ContainedBadges(InputKind.PNG);
    private int added;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ReadResult badge(String id) {
        return CredentialReader.readSubmitted(bytes("{\"credentialSubject\":{},\"id\":\"" + id + "\"}"));
    }

    private static ReadResult fetched(ReadResult reading) {
        return reading.with(List.of(new Finding("format.fetchedFrom", "https://a.example/1", "")));
    }

    private static List<Finding> places(String place) {
        return List.of(new Finding("format.qr", place, "spec"), new Finding("format.page", "1", ""));
    }

    /** Parts of different bytes, at the places "place 1" and on. */
    private ContainedBadges add(ReadResult... readings) {
        for (ReadResult reading : readings) {
            added++;
            contained.add(bytes("part " + added), places("place " + added), bytes -> reading);
        }
        return contained;
    }

    private static Finding otherPart(int place) {
        return new Finding("format.otherQr", "place " + place, "spec");
    }

    private static Finding otherResult(String result) {
        return new Finding("format.otherResult", result, "");
    }

    private static String summary(ReadResult reading) {
        return reading.outcome() + " " + reading.reason().code() + " "
                + reading.reason().arguments();
    }

    @Test
    void aReadingHoldsABadgeOrSeveral() {
        assertThat(ContainedBadges.holds(badge("u:1"))).isTrue();
        assertThat(ContainedBadges.holds(ReadResult.several(InputKind.PNG, List.of(NOT_JSON))))
                .isTrue();
        assertThat(ContainedBadges.holds(NOT_JSON)).isFalse();
    }

    @Test
    void oneBadgeIsToldWithItsPlace() {
        assertThat(contained.isEmpty()).isTrue();
        ReadResult reading = add(badge("u:1")).result();
        assertThat(contained.isEmpty()).isFalse();
        assertThat(contained.found()).isTrue();
        assertThat(contained.findings()).isEmpty();
        assertThat(reading.kind()).isEqualTo(InputKind.PNG);
        assertThat(reading.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(reading.credential()).isPresent();
        assertThat(reading.findings()).startsWith(places("place 1").toArray(Finding[]::new));
    }

    @Test
    void equalBytesAreReadOnce() {
        contained.add(bytes("a"), places("first"), bytes -> badge("u:1"));
        contained.add(bytes("a"), places("second"), bytes -> badge("u:2"));
        assertThat(contained.result().parts()).isEmpty();
        assertThat(contained.findings())
                .containsExactly(new Finding("format.otherQr", "second", "spec"), otherResult("the same bytes"));
    }

    @Test
    void aBadgeThatIsRepeatedCountsOnce() {
        ReadResult reading = add(badge("u:1"), fetched(badge("u:1"))).result();
        assertThat(reading.parts()).isEmpty();
        assertThat(contained.findings()).containsExactly(otherPart(2), otherResult("the same badge"));
        assertThat(reading.findings()).contains(otherPart(2), otherResult("the same badge"));
    }

    @Test
    void whatIsNotExaminedRepeatsNothing() {
        ReadResult open = ReadResult.inconclusive(InputKind.PDF, ReasonCode.FORMAT_TOO_LARGE.with("9"));
        assertThat(add(open, open).result().parts()).hasSize(2);
    }

    @Test
    void severalBadgesAreNumberedAndNoneIsChosen() {
        ReadResult reading = add(badge("u:1"), NOT_JSON, badge("u:2")).result();
        assertThat(summary(reading)).isEqualTo("INCONCLUSIVE format.several-badges [2]");
        assertThat(reading.kind()).isEqualTo(InputKind.PNG);
        assertThat(reading.parts())
                .allMatch(part -> part.kind() == InputKind.PNG)
                .allMatch(part -> part.findings().contains(otherPart(2)));
        for (int i = 1; i <= 2; i++) {
            assertThat(reading.parts().get(i - 1).findings())
                    .contains(
                            new Finding("format.badge", i + " of 2", ""),
                            new Finding("format.qr", "place " + (2 * i - 1), "spec"));
        }
    }

    @Test
    void whatAnAddressLeadsToComesAfterWhatIsInTheFile() {
        ReadResult reading = add(fetched(badge("u:1")), badge("u:2")).result();
        assertThat(reading.parts())
                .extracting(part -> part.credential().orElseThrow().id())
                .containsExactly("u:2", "u:1");
    }

    @Test
    void everyBadgeOfAPartOfSeveralCounts() {
        ReadResult reading = add(ReadResult.several(InputKind.WRAPPED, List.of(badge("u:1"), NOT_JSON)))
                .result();
        assertThat(reading.parts()).hasSize(2);
        assertThat(reading.parts().get(1).reason().code()).isEqualTo("format.not-json");
    }

    @Test
    void aKnownFormThatIsNotExaminedMayBeABadgeUnlessItWasFetched() {
        ReadResult open = ReadResult.inconclusive(InputKind.PDF, ReasonCode.FORMAT_PDF_ENCRYPTED.with());
        assertThat(add(open, badge("u:1")).result().parts()).hasSize(2);

        ContainedBadges other = new ContainedBadges(InputKind.PNG);
        other.add(bytes("a"), places("a"), bytes -> fetched(open));
        other.add(bytes("b"), places("b"), bytes -> badge("u:1"));
        other.add(
                bytes("c"), places("c"), bytes -> ReadResult.failed(InputKind.PDF, ReasonCode.FORMAT_NOT_JSON.with()));
        assertThat(summary(other.result())).startsWith("PASSED");
        assertThat(other.findings()).hasSize(4);
    }

    @Test
    void aPartWithoutABadgeSaysWhy() {
        add(badge("u:1"), NOT_JSON).result();
        assertThat(contained.findings())
                .containsExactly(
                        otherPart(2),
                        otherResult("format.not-json"),
                        new Finding("format.otherDetail", "1", ""),
                        new Finding("format.otherDetail", "2", ""));
    }

    @Test
    void aPartThatCouldNotBeReadMayHaveHeldAnotherBadge() {
        assertThat(summary(add(badge("u:1"), TOO_LARGE).result())).isEqualTo("WARNING format.more-than-examined [8]");
    }

    @Test
    void anAddressThatLedNowhereAndWhatWasFetchedHeldNoBadge() {
        for (Reason reason : List.of(
                ReasonCode.FORMAT_NOT_FETCHED.with("a", "b"),
                ReasonCode.FORMAT_TOO_MANY_STEPS.with("3"),
                ReasonCode.FORMAT_TOO_MANY_ADDRESSES.with("16"))) {
            ContainedBadges each = new ContainedBadges(InputKind.PNG);
            each.add(bytes("a"), places("a"), bytes -> badge("u:1"));
            each.add(bytes("b"), places("b"), bytes -> ReadResult.inconclusive(InputKind.UNKNOWN, reason));
            assertThat(each.result().outcome()).isEqualTo(Outcome.PASSED);
        }
        assertThat(add(badge("u:1"), fetched(TOO_LARGE)).result().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void eightPartsAreReadAndNoNinth() {
        for (int i = 0; i < ContainedBadges.MAX_PARTS - 1; i++) {
            add(NOT_JSON);
        }
        add(badge("u:1"));
        contained.add(bytes("part 1"), places("again"), bytes -> badge("u:2"));
        assertThat(contained.result().outcome()).isEqualTo(Outcome.PASSED);

        ContainedBadges nine = new ContainedBadges(InputKind.PNG);
        IntStream.rangeClosed(1, 9)
                .forEach(i -> nine.add(bytes("part " + i), places("p"), bytes -> i == 9 ? badge("u:9") : badge("u:1")));
        ReadResult reading = nine.result();
        assertThat(reading.parts()).isEmpty();
        assertThat(summary(reading)).isEqualTo("WARNING format.more-than-examined [8]");
    }

    @Test
    void fortyFilesOfAPdfAreReadAndNoFortyFirst() {
        ContainedBadges files = ContainedBadges.files();
        IntStream.rangeClosed(1, 41).forEach(i -> files.add(bytes("part " + i), places("p"), bytes -> badge("u:" + i)));
        assertThat(files.result().parts()).hasSize(40);
    }

    @Test
    void moreAndDamagedStayOnceTheyAreKnown() {
        add(badge("u:1"));
        contained.unread(true);
        contained.unread(false);
        assertThat(summary(contained.result())).isEqualTo("WARNING format.more-than-examined [8]");

        ContainedBadges damaged = new ContainedBadges(InputKind.PNG);
        damaged.add(bytes("a"), places("a"), bytes -> badge("u:1"));
        damaged.damaged(true);
        damaged.damaged(false);
        damaged.unread(false);
        assertThat(summary(damaged.result())).isEqualTo("WARNING format.image-damaged []");
    }

    @Test
    void twentyBadgesAreToldAndNotOneMore() {
        List<ReadResult> twenty =
                IntStream.rangeClosed(1, 20).mapToObj(i -> badge("u:" + i)).toList();
        add(ReadResult.several(InputKind.WRAPPED, twenty));
        ContainedBadges over = new ContainedBadges(InputKind.PNG);
        over.add(bytes("a"), places("a"), bytes -> ReadResult.several(InputKind.WRAPPED, twenty));
        over.add(bytes("b"), places("b"), bytes -> badge("u:21"));
        over.add(bytes("c"), places("c"), bytes -> NOT_JSON);

        assertThat(contained.result().parts()).hasSize(20);
        ReadResult many = over.result();
        assertThat(summary(many)).isEqualTo("INCONCLUSIVE format.too-many-badges [20]");
        assertThat(many.kind()).isEqualTo(InputKind.PNG);
    }

    @Test
    void withoutABadgeTheFirstPartThatLeavesTheQuestionOpenIsTold() {
        ReadResult reading = add(NOT_JSON, fetched(TOO_LARGE), TOO_LARGE).result();
        assertThat(contained.found()).isFalse();
        assertThat(summary(reading)).isEqualTo("INCONCLUSIVE format.too-large [9]");
        assertThat(reading.kind()).isEqualTo(InputKind.PNG);
        assertThat(reading.findings())
                .contains(new Finding("format.qr", "place 2", "spec"), otherPart(1), otherPart(3))
                .doesNotContain(otherPart(2));
    }

    @Test
    void withoutABadgeAndWithoutAQuestionTheFirstPartIsTold() {
        ReadResult reading = add(NOT_JSON, ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_WEB_PAGE.with()))
                .result();
        assertThat(summary(reading)).isEqualTo("FAILED format.not-json [1, 2]");
        assertThat(reading.findings())
                .contains(new Finding("format.qr", "place 1", "spec"), otherPart(2))
                .doesNotContain(otherPart(1));
    }

    @Test
    void partsThatAreNotReadLeaveTheQuestionOpen() {
        add(NOT_JSON, NOT_JSON);
        contained.unread(true);
        ReadResult reading = contained.result();
        assertThat(summary(reading)).isEqualTo("INCONCLUSIVE format.more-than-examined [8]");
        assertThat(reading.findings()).contains(otherPart(2)).doesNotContain(otherPart(1));

        ContainedBadges open = new ContainedBadges(InputKind.PNG);
        open.add(bytes("a"), places("a"), bytes -> TOO_LARGE);
        open.unread(true);
        assertThat(summary(open.result())).isEqualTo("INCONCLUSIVE format.too-large [9]");
    }
}
