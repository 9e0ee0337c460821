package fr.badgesiae.verifier.ob2.graph;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.badgesiae.verifier.Finding;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final JsonNode NONE = MissingNode.getInstance();

    private static Difference of(String value) {
        return Difference.between("narrative", TextNode.valueOf(value), NONE);
    }

    @Test
    void aValueIsATextADashOrJson() {
        assertThat(Difference.between("expires", TextNode.valueOf("2026"), NONE))
                .isEqualTo(new Difference("expires", "2026", "–"));
        assertThat(Difference.between("evidence", NONE, json("{\"id\":\"u:1\"}")))
                .isEqualTo(new Difference("evidence", "–", "{\"id\":\"u:1\"}"));
    }

    @Test
    void theRecipientIsNotRepeated() {
        assertThat(Difference.between("recipient", json("{\"identity\":\"lea\"}"), NONE))
                .isEqualTo(new Difference("recipient", "…", "–"));
        assertThat(Difference.between("recipient", NONE, json("{\"identity\":\"lea\"}")))
                .isEqualTo(new Difference("recipient", "–", "…"));
    }

    @Test
    void controlCharactersAreSpaces() {
        assertThat(of("un\n\tdeux").published()).isEqualTo("un deux");
    }

    @Test
    void aLongValueIsShortenedBetweenCharacters() {
        assertThat(of("é".repeat(200)).published()).isEqualTo("é".repeat(200));
        assertThat(of("é".repeat(201)).published()).isEqualTo("é".repeat(200) + "…");
        assertThat(of("é".repeat(199) + "😀").published()).isEqualTo("é".repeat(199) + "…");
        assertThat(of("é".repeat(198) + "😀é").published()).isEqualTo("é".repeat(198) + "😀…");
    }

    @Test
    void findingsTellThePublishedValueFromTheOneThatNothingConfirms() {
        assertThat(new Difference("badge.name", "Avant", "Après").findings())
                .containsExactly(
                        new Finding("proof.copy.badge.name.published", "Avant", "ob-2.0 HostedBadge"),
                        new Finding("proof.copy.badge.name.submittedNotConfirmed", "Après", "ob-2.0 HostedBadge"));
    }

    @Test
    void aSentenceHasFourShortValues() {
        assertThat(Difference.published(several(1))).isEqualTo("a1 = p1");
        assertThat(Difference.submitted(several(4))).isEqualTo("a1 = s1; a2 = s2; a3 = s3; a4 = s4");
        assertThat(Difference.published(several(5))).isEqualTo("a1 = p1; a2 = p2; a3 = p3; a4 = p4; …");
        assertThat(Difference.published(List.of(of("é".repeat(61))))).isEqualTo("narrative = " + "é".repeat(60) + "…");
        assertThat(Difference.submitted(List.of(new Difference("narrative", "–", "é".repeat(61)))))
                .isEqualTo("narrative = " + "é".repeat(60) + "…");
    }

    private static List<Difference> several(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Difference("a" + i, "p" + i, "s" + i))
                .toList();
    }
}
