package fr.badgesiae.verifier.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.ReasonSentences;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.recipient.Spellings.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings of one identity, plain and hashed. */
class KnownRecipientTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name=Élodie Exemple        | Élodie Exemple         | SAME
            name=Élodie  Exemple       | ' Élodie Exemple'      | SAME
            name=Anne d’Exemple        | Anne d'Exemple         | SAME
            name=Élodie Exemple        | élodie exemple         | CASE
            name=Élodie Exemple        | ÉLODIE EXEMPLE         | CASE
            name=élodie exemple        | Élodie EXEMPLE         | CASE
            name=Élodie Exemple        | Exemple Élodie         | ORDER
            name=Élodie Exemple        | Exemple, Élodie        | ORDER
            name=Élodie Exemple        | EXEMPLE Élodie         | CASE+ORDER
            name=EXEMPLE Élodie        | Élodie Exemple         | CASE+ORDER
            name=Élodie Exemple        | Elodie Exemple         | ACCENTS
            name=Chloé Sœur            | CHLOE SOEUR            | CASE+ACCENTS
            name=Jean-Paul Exemple     | Jean Paul Exemple      | HYPHENS
            name=Jean Paul Exemple     | Jean-Paul Exemple      | HYPHENS
            name=Marie Exemple Dupont  | Marie Exemple-Dupont   | HYPHENS
            name=Jean-Paul Exemple     | EXEMPLE JEAN PAUL      | CASE+ORDER+HYPHENS
            email=lea@exemple.example  | lea@exemple.example    | SAME
            email=lea@exemple.example  | Lea@exemple.example    | CASE
            email=lea@exemple.example  | lea@Exemple.Example    | CASE
            email=lea@exemple.example  | LEA@EXEMPLE.EXAMPLE    | CASE
            email=lea.exemple@ici.fr   | Lea.Exemple@ici.fr     | CASE
            email=lea.exemple@ici.fr   | lea.EXEMPLE@ici.fr     | CASE
            email=lea.exemple@ici.fr   | Lea.EXEMPLE@Ici.fr     | CASE
            telephone=+33 6 12 34 56   | +336123456             | SAME
            sourcedId=AbC              | AbC                    | SAME
            """)
    void aSpellingIsFoundInPlainAndInItsHash(String known, String held, String expected) {
        assertThat(compared(known, Identity.plain(held))).as("plain").isEqualTo(expected);
        String written = held.strip();
        assertThat(compared(known, hashed(written, "sel"))).as("hashed").isEqualTo(expected);
        assertThat(compared(known, hashed(written, "")))
                .as("hashed without salt")
                .isEqualTo(expected);
    }

    /** Looser than a hash allows: an accent that the policy leaves out cannot be guessed. */
    @Test
    void aPlainNameMayHaveMoreAccentsThanTheKnownOne() {
        assertThat(compared("name=Helene Desiree", Identity.plain("Hélène Désirée")))
                .isEqualTo("ACCENTS");
        assertThat(compared("name=Helene Desiree", hashed("Hélène Désirée", "")))
                .isEqualTo("HASH_NOT_MATCHED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name=Élodie Exemple          | Élodie Exemples
            name=Anne Marie Dupont       | Marie Anne Dupont
            name=Marie Exemple           | Marie
            email=lea@exemple.example    | lea@exemple.test
            email=léa@exemple.example    | lea@exemple.example
            email=mike@strasse.example   | mıke@strasse.example
            email=mike@strasse.example   | mike@straße.example
            email=mıke@straße.example    | mike@strasse.example
            email=mike@kilo.example      | mike@\u212Ailo.example
            email=jean-paul@ici.example  | jean\u2010paul@ici.example
            email=ÉLODIE@ici.example     | élodie@ici.example
            email=é@ici.example          | e\u0301@ici.example
            sourcedId=AbC                | abc
            id=urn:x:1                   | URN:X:1
            url=https://a.example/lea    | https://a.example/Lea
            """)
    void anotherPersonDiffersInPlainAndStaysOpenAsAHash(String known, String held) {
        assertThat(compared(known, Identity.plain(held))).isEqualTo("OTHER");
        assertThat(compared(known, hashed(held, "sel"))).isEqualTo("HASH_NOT_MATCHED");
    }

    @Test
    void anApostropheOfAnotherFormIsAnotherAddress() {
        assertThat(compared("email=d'une@ici.example", Identity.plain("d\u2019une@ici.example")))
                .isEqualTo("OTHER");
        assertThat(compared("email=d\u2019une@ici.example", hashed("d'une@ici.example", "")))
                .isEqualTo("HASH_NOT_MATCHED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=Élodie",
                "name=Élodie Exemple",
                "name=Jean-Charles-Édouard de La Tour d’Auvergne-Lauraguais Saint-Étienne",
                "name=a b c d e f g h i j k l m",
                "name= ",
                "name=-",
                "name=,",
                "email=lea.exemple-dupont+badge@ici.exemple.example",
                "email=lea",
                "email=@",
                "telephone=()",
                "sourcedId=1"
            })
    void atMostSixtyFourSpellingsAreTriedInTheSameOrderEachOnce(String known) {
        List<Spelling> spellings = KnownRecipient.parse(known).orElseThrow().spellings();
        assertThat(spellings).hasSizeBetween(1, 64);
        assertThat(spellings)
                .isEqualTo(KnownRecipient.parse(known).orElseThrow().spellings());
        assertThat(spellings).extracting(Spelling::text).doesNotHaveDuplicates();
        assertThat(spellings.get(0).text()).isEqualTo(known.substring(known.indexOf('=') + 1));
        assertThat(spellings.stream().map(spelling -> spelling.differences().size()))
                .as("the likeliest first")
                .isSorted();
    }

    @Test
    void theSentenceNamesTheDifferencesInItsLanguage() {
        Reason reason = ReasonCode.RECIPIENT_OTHER_SPELLING.with("name", "CASE+ORDER");
        assertThat(ReasonSentences.in(Locale.ENGLISH).say(reason)).endsWith(": capital letters, order of the names.");
        assertThat(ReasonSentences.in(Locale.FRENCH).say(reason)).endsWith("majuscules, ordre des noms.");
        Stream.of("+", "", "CASE+", "CASE+autre")
                .forEach(other -> assertThat(ReasonSentences.in(Locale.FRENCH)
                                .say(ReasonCode.RECIPIENT_OTHER_SPELLING.with("name", other)))
                        .endsWith(": " + other + "."));
    }

    private static String compared(String known, Identity identity) {
        Match match = KnownRecipient.parse(known).orElseThrow().compare(identity);
        return match.degree() == Match.Degree.OTHER_SPELLING
                ? String.join("+", match.differences().stream().map(Enum::name).toList())
                : match.degree().name();
    }

    private static Identity hashed(String text, String salt) {
        return new Identity("sha256$" + Sha256.hex((text + salt).getBytes(StandardCharsets.UTF_8)), true, salt);
    }
}
