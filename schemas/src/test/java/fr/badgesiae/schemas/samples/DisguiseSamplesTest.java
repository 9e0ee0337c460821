package fr.badgesiae.schemas.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisguiseSamplesTest {
    @Test
    void everyDisguiseHasTheCanonicalFormThatWasSigned() {
        assertThat(DisguiseSamples.disguises()).hasSizeGreaterThan(15).allSatisfy(disguise -> {
            assertThat(disguise.changed()).as(disguise.name()).isNotEqualTo(disguise.honest());
            assertThat(DataIntegrity.canonical(disguise.changed()))
                    .as(disguise.name())
                    .isEqualTo(DataIntegrity.canonical(disguise.honest()));
        });
    }
}
