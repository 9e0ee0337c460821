package fr.badgesiae.api.holder.imported;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.Headline;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a list says of a badge whose verdict is kept without its reasons. */
class KeptVerdictTest {
    /** "Cannot be checked right now" would send people back to a badge that never passes. */
    @Test
    void anOpenVerdictDoesNotSayThatItMayPass() {
        assertThat(new ImportedBadge(
                                new UUID(0, 1),
                                new ImportedFacts(null, null, null, null, null, null),
                                Headline.CANNOT_TELL,
                                false,
                                null)
                        .banner()
                        .key())
                .isEqualTo("cannot-tell-lasting");
    }
}
