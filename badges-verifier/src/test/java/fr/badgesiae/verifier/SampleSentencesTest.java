package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Sample;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleSentencesTest {
    @ParameterizedTest
    @MethodSource("fr.badgesiae.verifier.SamplesTest#samples")
    void everyReportIsWrittenWithASentenceForEachCheck(Sample sample) {
        VerificationReport report = SamplesTest.verify(sample);
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            ReportJson.write(report, locale)
                    .path("checks")
                    .forEach(check -> assertThat(check.path("summary").asText())
                            .isNotEqualTo(check.path("reason").asText())
                            .doesNotContain("{"));
        }
    }
}
