package fr.badgesiae.api.organisation.siret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiretTest {
    @Test
    void theLastDigitChecksTheOthers() {
        assertThat(Siret.valid("73282932000074")).isTrue();
        for (char wrong = '0'; wrong <= '9'; wrong++) {
            assertThat(Siret.valid("7328293200007" + wrong)).isEqualTo(wrong == '4');
        }
    }

    @Test
    void anEstablishmentOfLaPosteIsCheckedByItsOwnRule() {
        assertThat(Siret.valid("35600000049837")).isTrue();
        assertThat(Siret.valid("35600000049838")).isFalse();
        assertThat(Siret.valid("35600000000048")).isTrue();
    }

    @Test
    void spacesAreForgivenAndOtherLengthsAreNot() {
        assertThat(Siret.valid(Siret.clean("732 829 320 00074"))).isTrue();
        assertThat(Siret.valid("7328293200007")).isFalse();
        assertThat(Siret.valid("")).isFalse();
        assertThat(Siret.valid("00000000000000")).isFalse();
    }
}
