package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Consequences of each check's answer for the other checks, over the whole corpus; every reason has a case. */
class ConsequencesTest {
    private static final Set<CheckName> NEED_A_PROOF = EnumSet.of(
            CheckName.REFRESH, CheckName.STATUS, CheckName.EVIDENCE, CheckName.ENDORSEMENTS, CheckName.TRUST);
    private static final Set<CheckName> NEVER_DECIDE =
            EnumSet.of(CheckName.REFRESH, CheckName.ENDORSEMENTS, CheckName.TRUST);
    private static final Set<Outcome> PASSED = EnumSet.of(Outcome.PASSED, Outcome.WARNING);

    static Stream<Sample> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void oneAnswerHasTheSameConsequencesForEverybody(Sample sample) {
        VerificationReport report = SamplesTest.verify(sample);
        boolean read = PASSED.contains(report.check(CheckName.FORMAT).outcome());
        boolean proven = PASSED.contains(report.check(CheckName.PROOF).outcome());
        for (CheckResult check : report.checks()) {
            boolean skippedForFormat =
                    "skipped.format-not-passed".equals(check.reason().code());
            boolean skippedForProof =
                    "skipped.proof-not-passed".equals(check.reason().code());
            assertThat(skippedForFormat).isEqualTo(!read && check.name() != CheckName.FORMAT);
            assertThat(skippedForProof).isEqualTo(read && !proven && NEED_A_PROOF.contains(check.name()));
            if (NEVER_DECIDE.contains(check.name())) {
                assertThat(check.outcome()).isNotIn(Outcome.FAILED, Outcome.INCONCLUSIVE);
            }
            if (check.name() == CheckName.EVIDENCE && check.outcome() == Outcome.FAILED) {
                assertThat(check.reason().code()).isEqualTo("evidence.digest-differs");
            }
        }
        assertThat(report.endorsements())
                .allSatisfy(endorsement -> assertThat(proven).isTrue());
    }

    @Test
    void noHeadlineCallsAForgerWhomAuthenticityDoesNot() {
        Set<CheckName> authenticity = EnumSet.of(CheckName.ISSUER, CheckName.PROOF);
        assertThat(Samples.all()).allSatisfy(sample -> {
            VerificationReport report = SamplesTest.verify(sample);
            boolean forged = report.checks().stream()
                    .anyMatch(check -> (authenticity.contains(check.name()) && check.outcome() == Outcome.FAILED)
                            || (check.name() == CheckName.CONTEXT && Headline.coversLess(check)));
            assertThat(report.headline() == Headline.NOT_AUTHENTIC).isEqualTo(forged);
        });
    }

    @Test
    void everyReasonIsGivenToASampleOrInATest() {
        Set<String> expected = Samples.all().stream()
                .flatMap(sample -> Stream.concat(Stream.of(sample.expectations()), sample.reports().stream()))
                .flatMap(List::stream)
                .map(fr.badgesiae.schemas.samples.Expectation::reason)
                .collect(Collectors.toSet());
        String tests = tests();
        Set<String> missing = new TreeSet<>();
        for (ReasonCode code : ReasonCode.values()) {
            Pattern named = Pattern.compile("[\" ]" + Pattern.quote(code.code()) + "\"|\\b" + code.name() + "\\b");
            if (!expected.contains(code.code()) && !named.matcher(tests).find()) {
                missing.add(code.code());
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The sources of the tests that give verdicts, as one text. */
    private static String tests() {
        List<String> others = List.of("ConsequencesTest.java", "VerdictTest.java", "ReasonSentencesTest.java");
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            return sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !others.contains(path.getFileName().toString()))
                    .map(ConsequencesTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
