package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadPictureSamplesTest {
    @Test
    void aPictureSampleIsReadAsExpected() {
        assertThat(ReadSamples.different(sample -> !ReadSamples.isText(sample))).isEmpty();
    }
}
