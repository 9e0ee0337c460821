package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
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

    private static final Pattern CALLED_A_BADGE = Pattern.compile("\\bbadges?\\b");

    /** The sentences in which a badge is meant although the report is about something else. */
    private static final String NO_BADGE = "not a badge|pas un badge|each badge in it|chaque badge qu’il contient"
            + "|another kind than a badge|autre genre qu’un badge|the badge itself|le badge lui-même|Not a badge|Pas un badge|badges\\.example";

    static Stream<Sample> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nobodyIsCalledAForgerUnlessProofOrIssuerFailed(Sample sample) {
        SamplesTest.verifyEach(sample).forEach(ConclusionTest::accusesOnlyForgers);
    }

    private static void accusesOnlyForgers(VerificationReport report) {
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
        SamplesTest.verifyEach(sample).forEach(ConclusionTest::advisesToTryAgainOnlyWhereItHelps);
    }

    private static void advisesToTryAgainOnlyWhereItHelps(VerificationReport report) {
        boolean mayHelp = report.checks().stream().anyMatch(RetryAdvice::mayHelp);
        for (Locale language : LANGUAGES) {
            boolean again = AGAIN.matcher(words(report, language)).find();
            assertThat(again && !mayHelp).as(words(report, language)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSentenceSaysWhetherTheContentIsProvenAndNeverTheClaimedName(Sample sample) {
        SamplesTest.verifyEach(sample).forEach(ConclusionTest::saysWhatIsProven);
    }

    private static void saysWhatIsProven(VerificationReport report) {
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

    /** A credential of another kind is called a badge only to say that it is none. */
    @ParameterizedTest
    @MethodSource("samples")
    void onlyABadgeIsCalledABadge(Sample sample) {
        for (VerificationReport report : SamplesTest.verifyEach(sample)) {
            List<VerificationReport> all = new ArrayList<>(report.endorsements());
            all.add(report);
            all.stream()
                    .filter(each -> each.kind() != VerificationReport.Kind.BADGE && each.credential() != null)
                    .forEach(ConclusionTest::callsNothingABadge);
        }
    }

    private static void callsNothingABadge(VerificationReport report) {
        for (Locale language : LANGUAGES) {
            String named = head(report, language) + checks(report, language);
            assertThat(CALLED_A_BADGE.matcher(named.replaceAll(NO_BADGE, "")).find())
                    .as(named)
                    .isFalse();
            if (report.kind() != VerificationReport.Kind.OTHER) {
                String own = language.equals(Locale.FRENCH) ? "C’est u" : "This is a";
                assertThat(Conclusion.in(language).sentence(report)).contains(own);
            }
        }
    }

    @Test
    void anEndorsementAndARecordSayWhatTheyAre() {
        assertThat(english("endorsement-alone.json"))
                .isEqualTo("The document is proven to come from badges.example, and unchanged. It is valid."
                        + " This is an endorsement, not a badge.");
        assertThat(english("record-tampered.json"))
                .startsWith("Do not rely on it: the document was changed, or was not signed by the issuer")
                .endsWith("This is a learner record, not a badge: each badge in it has a result of its own.");
        assertThat(english("ob2-endorsement-alone.json")).endsWith("This is an endorsement, not a badge.");
    }

    @Test
    void anotherCredentialThatExpiredIsSaidToBeNoBadge() {
        VerificationReport report = SamplesTest.verify(Samples.named("not-a-badge-expired.json"));
        assertThat(report.headline()).isEqualTo(Headline.EXPIRED);
        assertThat(english("not-a-badge-expired.json")).endsWith(" This is another credential, not a badge.");
        assertThat(Conclusion.in(Locale.FRENCH).sentence(report))
                .endsWith(" C’est une autre attestation, pas un badge.");
        assertThat(english("not-a-badge.json")).containsOnlyOnce("not a badge");
    }

    @Test
    void theWordsOfABadgeAreNoFailure() {
        VerificationReport report = SamplesTest.verify(Samples.named("ob2-verification-type-of-a-failure.json"));
        assertThat(RetryAdvice.mayHelp(report.check(CheckName.PROOF))).isFalse();
        assertThat(english("ob2-verification-type-of-a-failure.json"))
                .contains("DEADLINE")
                .doesNotContain("ry again");
        Reason differences = ReasonCode.PROOF_VERIFICATION_TYPE_UNKNOWN.with("CASE+ORDER");
        assertThat(ReasonSentences.in(Locale.ENGLISH).say(differences)).contains("CASE+ORDER");
    }

    @Test
    void whatStandsInPlaceOfAnEndorsementIsNotSaidToBeNoBadge() {
        VerificationReport endorsed = SamplesTest.verify(Samples.named("endorsement-is-a-badge.json"));
        VerificationReport inside = endorsed.endorsements().get(0);
        Conclusion english = Conclusion.in(Locale.ENGLISH);
        assertThat(english.heading(inside)).isEqualTo("Not an endorsement, but another credential");
        assertThat(english.sentence(inside))
                .contains("it is not an endorsement.")
                .doesNotContain("not a badge");
    }

    @Test
    void whatThisVersionDoesNotExamineIsSaidSo() {
        for (String sample : List.of("jwt-es256k-did-jwk.jwt", "did-ebsi.json", "jwt-alg-not-examined.jwt")) {
            assertThat(SamplesTest.verify(Samples.named(sample)).headline()).isEqualTo(Headline.CANNOT_TELL);
            assertThat(english(sample)).startsWith("This version does not ").doesNotContain("ry again");
        }
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
                        "Signed with the key of badges.example, and unchanged, but it was revoked by its issuer: disregard"
                                + " it.");
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
        return head(report, language) + '\n' + checks(report, language);
    }

    private static String head(VerificationReport report, Locale language) {
        Conclusion conclusion = Conclusion.in(language);
        return (conclusion.heading(report) + '\n' + conclusion.sentence(report)).replaceAll("https?://\\S+", "");
    }

    private static String checks(VerificationReport report, Locale language) {
        ReasonSentences reasons = ReasonSentences.in(language);
        Explanations explanations = Explanations.in(language);
        StringBuilder words = new StringBuilder();
        for (CheckResult check : report.checks()) {
            words.append(reasons.say(report, check.reason())).append('\n');
            words.append(explanations.means(report, check)).append('\n');
            words.append(explanations.toDo(report, check).orElse("")).append('\n');
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
