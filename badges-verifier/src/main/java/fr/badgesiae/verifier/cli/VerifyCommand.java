package fr.badgesiae.verifier.cli;

import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.ReportJson;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.http.CachingFetcher;
import fr.badgesiae.verifier.http.HttpFetcher;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Judges files, addresses or standard input. */
@Command(
        name = "verify",
        description = "Judges badges: files, folders, URLs or - for standard input.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every badge is VALID",
            "1:a badge is INVALID",
            "2:a badge is UNDETERMINED",
            "64:wrong usage",
            "70:a defect"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final String USER_AGENT = "BadgesIAE-Verifier/0.1";
    private static final Duration FETCH_DEADLINE = Duration.ofSeconds(10);
    private static final int FETCHES_A_MINUTE = 100_000; // the user chose the badges, not a stranger
    private static final Duration OVERALL = Duration.ofSeconds(60);

    private final InputStream in;
    private final PrintWriter out;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|URL|-", description = "what to judge")
    private List<String> inputs;

    @Option(names = "--json", description = "one JSON report a line instead of text")
    private boolean json;

    @Option(names = "--lang", defaultValue = "fr", paramLabel = "fr|en", description = "language of the sentences (fr)")
    private String language;

    @Option(
            names = "--at",
            converter = AnInstant.class,
            paramLabel = "INSTANT",
            description = "judge as of then, such as 2026-11-15T10:00:00Z")
    private Instant at;

    @Option(names = "--offline", description = "no network at all")
    private boolean offline;

    @Option(names = "--documents", paramLabel = "MAP.json", description = "documents by URL, asked before the network")
    private Path documents;

    @Option(names = "--trust", paramLabel = "FILE", description = "the registry of known issuers")
    private Path trust;

    @Option(
            names = "--recipient",
            paramLabel = "KIND=VALUE",
            description = "what you know of the holder: id=, email=, name=")
    private String recipient;

    @Option(
            names = "--loopback",
            description = "allow http and loopback addresses (for a demonstration on this machine)")
    private boolean loopback;

    VerifyCommand(InputStream in, PrintWriter out, Clock clock) {
        this.in = in;
        this.out = out;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (!language.equals("fr") && !language.equals("en")) {
            throw new ParameterException(spec.commandLine(), "--lang is fr or en");
        }
        if (recipient != null && !recipient.matches("(?s)[^=]+=.+")) {
            throw new ParameterException(spec.commandLine(), "--recipient has the form KIND=VALUE");
        }
        List<Submission> submissions;
        VerificationPolicy policy;
        try {
            submissions = Inputs.submissions(inputs, in);
            policy = VerificationPolicy.at(at == null ? clock.instant() : at, Fetcher.offline())
                    .withDocuments(documents == null ? Fetcher.offline() : MappedDocuments.read(documents));
            policy = trust == null ? policy : policy.withTrust(TrustFile.read(trust));
        } catch (InputException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        policy = policy.withRecipient(recipient);
        return judge(submissions, loopback ? policy.withLoopback() : policy);
    }

    private int judge(List<Submission> submissions, VerificationPolicy policy) {
        if (offline) {
            return judgeAll(submissions, policy);
        }
        try (HttpFetcher http = new HttpFetcher(USER_AGENT, FETCH_DEADLINE, loopback, FETCHES_A_MINUTE)) {
            return judgeAll(submissions, policy.withFetcher(new CachingFetcher(http, clock, 64 << 20, Duration.ZERO)));
        }
    }

    private int judgeAll(List<Submission> submissions, VerificationPolicy policy) {
        BadgeVerifier verifier = new BadgeVerifier();
        Locale locale = Locale.forLanguageTag(language);
        boolean invalid = false;
        boolean undetermined = false;
        for (Submission submission : submissions) {
            Instant end = clock.instant().plus(OVERALL);
            VerificationReport report = verifier.verify(
                    submission, policy.withDeadline(() -> clock.instant().isAfter(end)));
            out.println(json ? ReportJson.write(report, locale).toString() : TextReport.of(report, locale));
            out.flush();
            invalid |= report.verdict() == Verdict.INVALID;
            undetermined |= report.verdict() == Verdict.UNDETERMINED;
        }
        return invalid ? 1 : undetermined ? 2 : 0;
    }

    /** ISO-8601 with a zone. */
    private static final class AnInstant implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return java.time.OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + value + "' is not an instant such as 2026-11-15T10:00:00Z");
            }
        }
    }
}
