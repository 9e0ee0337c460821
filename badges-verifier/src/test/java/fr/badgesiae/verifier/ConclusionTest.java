package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of every report are held to its checks. */
class ConclusionTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    /** Says that somebody changed the badge, or that its issuer did not sign it. */
    private static final Pattern ACCUSES = Pattern.compile(
            "(badge|it) (was|has been) changed|not (been )?signed|signed by somebody else|added later|forge|fake"
                    + "|badge a été (changé|modifié)|pas (été )?signé|signé par quelqu’un d’autre|après coup|falsifi|faux",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AGAIN =
            Pattern.compile("try again|again later|essayez encore|réessay|plus tard", Pattern.CASE_INSENSITIVE);

    static Stream<Sample> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nobodyIsCalledAForgerUnlessProofOrIssuerFailed(Sample sample) {
        VerificationReport report = SamplesTest.verify(sample);
        boolean failed = report.check(CheckName.PROOF).outcome() == Outcome.FAILED
                || report.check(CheckName.ISSUER).outcome() == Outcome.FAILED
                || Headline.coversLess(report.check(CheckName.CONTEXT));
        for (Locale language : LANGUAGES) {
            boolean accuses = ACCUSES.matcher(words(report, language)).find();
            assertThat(accuses && !failed).as(words(report, language)).isFalse();
            String sentence = Conclusion.in(language).sentence(report).replaceAll("https?://\\S+", "");
            assertThat(ACCUSES.matcher(sentence).find())
                    .as(sentence)
                    .isEqualTo(report.headline() == Headline.NOT_AUTHENTIC);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tryAgainIsSaidOnlyWhereItMayHelp(Sample sample) {
        VerificationReport report = SamplesTest.verify(sample);
        boolean mayHelp = report.checks().stream().anyMatch(RetryAdvice::mayHelp);
        for (Locale language : LANGUAGES) {
            boolean again = AGAIN.matcher(words(report, language)).find();
            assertThat(again && !mayHelp).as(words(report, language)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSentenceSaysWhetherTheContentIsProvenAndNeverTheClaimedName(Sample sample) {
        VerificationReport report = SamplesTest.verify(sample);
        String sentence = Conclusion.in(Locale.ENGLISH).sentence(report);
        boolean basis = switch (report.headline()) {
            case AUTHENTIC, NOT_A_BADGE, NOT_AUTHENTIC, CANNOT_TELL -> false;
            default -> true;
        };
        if (basis) {
            assertThat(sentence.startsWith("Signed with the key of") || sentence.startsWith("Published by"))
                    .as(sentence)
                    .isEqualTo(report.proven());
        }
        String claimed = report.issuer().claimedName();
        if (claimed != null && report.issuer().registered() == null) {
            assertThat(sentence).doesNotContain(claimed);
        }
        assertThat(sentence).doesNotContain("{");
    }

    @Test
    void theFirstDayOfAMonthIsWrittenAsFrenchWritesIt() {
        VerificationReport report = SamplesTest.verify(Samples.named("expired.json"));
        assertThat(Conclusion.in(Locale.FRENCH).sentence(report)).contains("il a expiré le 1er novembre 2026.");
        assertThat(Conclusion.in(Locale.ENGLISH).sentence(report)).contains("expired on 1 November 2026.");
    }

    /** Every date-time of XML Schema up to the year 999,999,999 is a date; not each has a day in every zone. */
    @Test
    void aDateBeyondTheLastDayOfAZoneIsWrittenAsItIs() {
        String last = "+999999999-12-31T23:59:59Z";
        VerificationReport report = SamplesTest.verify(Samples.named("not-yet-valid.json"));
        CheckResult period = new CheckResult(
                CheckName.VALIDITY_PERIOD, Outcome.FAILED, ReasonCode.VALIDITY_NOT_YET.with(last), List.of());
        VerificationReport far = new VerificationReport(
                report.verdict(),
                report.headline(),
                report.kind(),
                report.at(),
                report.input(),
                report.checks().stream()
                        .map(check -> check.name() == CheckName.VALIDITY_PERIOD ? period : check)
                        .toList(),
                report.credential(),
                report.summary(),
                report.issuer(),
                report.endorsements());
        assertThat(Conclusion.in(Locale.FRENCH, ZoneId.of("Europe/Paris")).sentence(far))
                .contains(last);
    }

    @Test
    void theOwnerOfTheKeyIsNamedByRegisteredNameElseByDomain() {
        assertThat(english("expired.json"))
                .startsWith("Signed with the key of badges.example, and unchanged, but it expired on ")
                .doesNotContain("Atelier");
        assertThat(english("revoked.json"))
                .isEqualTo(
                        "Signed with the key of badges.example, and unchanged, but it was revoked by its issuer: it is"
                                + " no longer a recognition.");
        assertThat(english("valid-issuer-known.json")).contains("Nom au registre");
    }

    private static String english(String sample) {
        return Conclusion.in(Locale.ENGLISH).sentence(SamplesTest.verify(Samples.named(sample)));
    }

    @Test
    void bothLanguagesSayTheSame() {
        Set<Object> french = Conclusion.all(Locale.FRENCH).keySet();
        assertThat(french).isEqualTo(Conclusion.all(Locale.ENGLISH).keySet());
        for (Headline headline : Headline.values()) {
            assertThat(french).contains("heading." + headline);
        }
    }

    @Test
    void frenchSentencesKeepTheGlossaryAndTheTypography() {
        Pattern never = Pattern.compile("certifi|diplôm|validé|blockchain|preuve|'| [:;!?]", Pattern.CASE_INSENSITIVE);
        assertThat(Conclusion.all(Locale.FRENCH).values())
                .noneMatch(sentence -> never.matcher((String) sentence).find());
    }

    /** Everything that a page or the command line says of a report. */
    private static String words(VerificationReport report, Locale language) {
        ReasonSentences reasons = ReasonSentences.in(language);
        Explanations explanations = Explanations.in(language);
        StringBuilder words = new StringBuilder(Conclusion.in(language).heading(report))
                .append('\n')
                .append(Conclusion.in(language).sentence(report))
                .append('\n');
        for (CheckResult check : report.checks()) {
            words.append(reasons.say(check.reason())).append('\n');
            words.append(explanations.means(check)).append('\n');
            words.append(explanations.toDo(check).orElse("")).append('\n');
        }
        return words.toString().replaceAll("https?://\\S+", "");
    }

    /** The table of all samples by headline, PROOF and ISSUER; written for readers. */
    @Test
    void notAuthenticNeverMeetsAProofAndAnIssuerThatPassed() throws IOException {
        TreeMap<String, Set<String>> cells = new TreeMap<>();
        for (Sample sample : Samples.all()) {
            VerificationReport report = SamplesTest.verify(sample);
            Outcome proof = report.check(CheckName.PROOF).outcome();
            Outcome issuer = report.check(CheckName.ISSUER).outcome();
            boolean covered = !Headline.coversLess(report.check(CheckName.CONTEXT));
            String cell = "%-16s PROOF=%-13s ISSUER=%s".formatted(report.headline(), proof, issuer);
            cells.computeIfAbsent(cell, key -> new TreeSet<>()).add(sample.file());
            if (report.headline() == Headline.NOT_AUTHENTIC && covered) {
                assertThat(proof == Outcome.FAILED || issuer == Outcome.FAILED)
                        .as(sample.file() + " " + cell)
                        .isTrue();
            }
        }
        StringBuilder table = new StringBuilder();
        cells.forEach((cell, files) -> table.append(cell)
                .append("  ")
                .append(files.size())
                .append('\n')
                .append("    ")
                .append(String.join(" ", files))
                .append('\n'));
        Path target = Path.of("target");
        Files.createDirectories(target);
        Files.writeString(target.resolve("headlines.txt"), table.toString());
    }
}
