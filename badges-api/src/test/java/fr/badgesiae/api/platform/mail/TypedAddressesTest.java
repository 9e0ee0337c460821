package fr.badgesiae.api.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and numbers as people type them. */
class TypedAddressesTest {
    @Test
    void anAddressIsReadWithoutSpacesAroundItAndItsDomainInLowerCase() {
        assertThat(EmailAddress.parse("  Alix.Exemple+badges@Exemple.FR ")
                        .orElseThrow()
                        .value())
                .isEqualTo("Alix.Exemple+badges@exemple.fr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alix",
                "alix@",
                "@exemple.fr",
                "alix@exemple",
                "alix@@exemple.fr",
                "al ix@exemple.fr",
                "alix@exemple.fr\r\nBcc: autre@exemple.fr",
                "alix@exemple.fr\n.",
                "alix@exemple.fr,autre@exemple.fr",
                "alix@exemple.fr>",
                "<alix@exemple.fr>",
                "alix@-exemple.fr",
                "alix..e@exemple.fr",
                ".alix@exemple.fr",
                "alix.@exemple.fr",
                "alix@[127.0.0.1]",
                "alix@exemple.fr\u0000",
                "\"a b\"@exemple.fr",
                "été@exemple.fr"
            })
    void anythingElseIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefusedAtOnce() {
        assertThat(EmailAddress.parse("a".repeat(65) + "@exemple.fr")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(200_000) + "fr")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(64) + "@exemple.fr")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "07.12.34.56.78, +33712345678",
        "+33 6 12 34 56 78, +33612345678",
        "0033612345678, +33612345678",
        "+33 (0)6 12 34 56 78, +33612345678",
        "0690 12 34 56, +590690123456",
        "+33 690 12 34 56, +590690123456",
        "+33 (0)690 12 34 56, +590690123456",
        "0692123456, +262692123456",
        "0639 12 34 56, +262639123456",
        "0694-12-34-56, +594694123456",
        "+596 696 12 34 56, +596696123456"
    })
    void aMobileNumberIsReadInEachOfItsForms(String typed, String number) {
        assertThat(MobileNumber.parse(typed).orElseThrow().value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0112345678",
                "06123456",
                "061234567890",
                "+44 7700 900123",
                "+8816123456789",
                "0899123456",
                "06 12 34 56 7x",
                "+33112345678",
                "3624"
            })
    void anythingElseIsNoMobileNumberOfFrance(String typed) {
        assertThat(MobileNumber.parse(typed)).isEmpty();
    }

    @Test
    void theirTextFormsShowNothing() {
        EmailAddress address = EmailAddress.parse("alix@exemple.fr").orElseThrow();
        MobileNumber number = MobileNumber.parse("0612345678").orElseThrow();
        assertThat(address.masked()).isEqualTo("a…@exemple.fr");
        assertThat(number.masked()).isEqualTo("…\u00a078");
        assertThat(address + " " + number).isEqualTo("[REDACTED] [REDACTED]");
    }
}
