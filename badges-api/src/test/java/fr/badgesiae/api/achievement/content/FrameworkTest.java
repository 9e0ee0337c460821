package fr.badgesiae.api.achievement.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameworkTest {
    @ParameterizedTest
    @ValueSource(strings = {"RNCP37873", "RNCP37873BC01", "RNCP37873BC101", "RNCP12"})
    void aQualificationAndItsBlocksAreAccepted(String code) {
        assertThat(Framework.RNCP.accepts(code)).isTrue();
        assertThat(Framework.RS.accepts(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS5801", "RS5801BC02", "RS12"})
    void theSpecificRegisterAndItsBlocksAreAccepted(String code) {
        assertThat(Framework.RS.accepts(code)).isTrue();
        assertThat(Framework.RNCP.accepts(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RNCP", "RNCP1", "RNCP1234567", "RNCP37873BC", "RNCP37873BC1", "37873", "RS5801BC0001"})
    void otherCodesAreNot(String code) {
        assertThat(Framework.RNCP.accepts(code)).isFalse();
        assertThat(Framework.RS.accepts(code)).isFalse();
    }

    @Test
    void theSignedTypeNamesTheRegister() {
        assertThat(Framework.RNCP.targetType()).isEqualTo("ext:RNCP");
        assertThat(Framework.RS.targetType()).isEqualTo("ext:RS");
    }

    @Test
    void anEmptyEditionLeavesNoSpace() {
        assertThat(new Alignment(Framework.ROME, "N1101", "", "Conduite d’engins", "https://exemple.fr/").edition())
                .isEqualTo("ROME");
        assertThat(new Alignment(Framework.ROME, "N1101", "v4.60", "Conduite d’engins", "https://exemple.fr/")
                        .edition())
                .isEqualTo("ROME v4.60");
    }
}
