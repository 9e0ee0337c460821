package fr.badgesiae.verifier.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadSamplesTest {
    @Test
    void aTextSampleIsReadAsExpected() {
        assertThat(ReadSamples.different(ReadSamples::isText)).isEmpty();
    }
}
