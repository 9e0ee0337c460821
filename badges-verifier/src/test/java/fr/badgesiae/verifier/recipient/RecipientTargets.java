package fr.badgesiae.verifier.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import fr.badgesiae.verifier.recipient.Match.Degree;
import fr.badgesiae.verifier.recipient.Spellings.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Comparisons of any known recipient with any identity. */
public final class RecipientTargets {
    private RecipientTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(FuzzTarget.text(
                        "known-recipient",
                        List.of(
                                "name=Jean-Paul Exemple d’Auvergne",
                                "email=Lea.Exemple@Ici.example",
                                "telephone=+33 6 12",
                                "id=urn:x:1"),
                        List.of(
                                "=",
                                "name=",
                                "email=",
                                "@",
                                "-",
                                " ",
                                ",",
                                ".",
                                "\u0301",
                                "ß",
                                "İ",
                                "Œ",
                                "\ud83d\ude00"),
                        RecipientTargets::compare,
                        KnownRecipient.class,
                        Spellings.class)
                .costing(2));
    }

    /** A value is itself, plain and hashed, in each spelling tried, of which there are not too many. */
    private static void compare(String asked) {
        KnownRecipient.parse(asked).ifPresent(known -> {
            List<Spelling> spellings = known.spellings();
            assertThat(spellings.size()).isBetween(1, Spellings.MAX_SPELLINGS);
            assertThat(known.compare(Identity.plain(known.value())).degree()).isEqualTo(Degree.SAME);
            Spelling last = spellings.get(spellings.size() - 1);
            String hash = "sha256$" + Sha256.hex(last.text().getBytes(StandardCharsets.UTF_8));
            assertThat(known.compare(new Identity(hash, true, "")).degree()).isIn(Degree.SAME, Degree.OTHER_SPELLING);
        });
    }
}
