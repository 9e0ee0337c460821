package fr.badgesiae.api.offer.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.NameChoice;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the digest of a shown text covers. */
class OfferTextTest {
    private static OfferText text(String... parts) {
        return new OfferText(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7], "fr");
    }

    @Test
    void everyPartOfTheTextCounts() {
        List<String> seen = new ArrayList<>();
        seen.add(text("a", "b", "c", "d", "e", "f", "g", "h").fingerprint());
        for (int part = 0; part < 8; part++) {
            String[] parts = {"a", "b", "c", "d", "e", "f", "g", "h"};
            parts[part] = "x";
            seen.add(text(parts).fingerprint());
        }
        assertThat(seen).doesNotHaveDuplicates().allMatch(print -> print.matches("[0-9a-f]{64}"));
    }

    @Test
    void aLetterThatMovesToTheNextPartIsAnotherText() {
        assertThat(text("ab", "c", "", "", "", "", "", "").fingerprint())
                .isNotEqualTo(text("a", "bc", "", "", "", "", "", "").fingerprint());
    }

    @Test
    void theChoicesAreAcceptedWithTheText() {
        OfferText text = text("a", "b", "c", "d", "e", "f", "g", "h");
        List<String> digests = new ArrayList<>();
        for (NameChoice choice : NameChoice.values()) {
            digests.add(HexFormat.of().formatHex(text.accepted(choice, true)));
            digests.add(HexFormat.of().formatHex(text.accepted(choice, false)));
        }
        assertThat(digests).doesNotHaveDuplicates().doesNotContain(text.fingerprint());
    }

    @Test
    void aChoiceShowsTheShortNameTheFullNameOrNone() {
        OfferText text = text("a", "b", "c", "d", "e", "f", "Alix E.", "Alix Exemple");
        assertThat(text.displayedName(NameChoice.FIRST_AND_INITIAL)).isEqualTo("Alix E.");
        assertThat(text.displayedName(NameChoice.FULL)).isEqualTo("Alix Exemple");
        assertThat(text.displayedName(NameChoice.NONE)).isNull();
    }
}
