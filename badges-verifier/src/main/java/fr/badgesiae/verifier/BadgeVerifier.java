package fr.badgesiae.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.CredentialClass;
import fr.badgesiae.verifier.pipeline.HttpsOnly;
import fr.badgesiae.verifier.pipeline.NestedVerifier;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialKind;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.ReadResult;
import fr.badgesiae.verifier.read.SubmissionReader;
import fr.badgesiae.verifier.scan.ImageScanner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Verifies submissions. Thread-safe. Build one and keep it: compiled schemas and parsed contexts are cached. */
public final class BadgeVerifier {
    /** The checks that would act on unproven data. */
    private static final Set<CheckName> NEED_A_PROOF = EnumSet.of(
            CheckName.REFRESH, CheckName.STATUS, CheckName.EVIDENCE, CheckName.ENDORSEMENTS, CheckName.TRUST);

    private final SubmissionReader reader = new SubmissionReader(new ImageScanner());
    private final List<Check> checks;

    public BadgeVerifier() {
        this(Checks.all());
    }

    BadgeVerifier(List<Check> checks) {
        List<CheckName> names = checks.stream().map(Check::name).toList();
        if (!names.equals(List.of(CheckName.values()))) {
            throw new IllegalArgumentException("not every check once and in order: " + names);
        }
        this.checks = List.copyOf(checks);
    }

    /**
     * Verifies one submission.
     *
     * @return a report with every check; never throws on bad bytes
     */
    public VerificationReport verify(Submission submission, VerificationPolicy policy) {
        BudgetedFetcher.Report budget = BudgetedFetcher.report(policy);
        Fetcher reading = new HttpsOnly(budget.credential());
        List<ReadResult> read = read(() -> List.of(reader.read(submission, reading)));
        return verify(badge(read.get(0), policy, new HttpsOnly(budget.credential()), budget));
    }

    /**
     * Verifies every credential of a presentation, list, wrapper, image or PDF, and a learner record before the badges inside
     * it; anything else as {@link #verify} does. All together share the fetch budget of one report. Reading has the budget
     * of a credential for itself.
     *
     * @return one report for each, in document order, without a total verdict; never empty
     */
    public List<VerificationReport> verifyEach(Submission submission, VerificationPolicy policy) {
        BudgetedFetcher.Report budget = BudgetedFetcher.report(policy);
        Fetcher forReading = new HttpsOnly(budget.credential());
        List<VerificationReport> reports = new ArrayList<>();
        for (ReadResult reading : read(() -> reader.readEach(submission, forReading))) {
            reports.add(verify(badge(reading, policy, new HttpsOnly(budget.credential()), budget)));
        }
        return List.copyOf(reports);
    }

    /** A defect of a reader is reported and never thrown. */
    private static List<ReadResult> read(Supplier<List<ReadResult>> reader) {
        try {
            return reader.get();
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(ReadResult.notRead(ReasonCode.INTERNAL_ERROR.with(), defect(e)));
        }
    }

    private VerificationContext badge(
            ReadResult reading, VerificationPolicy policy, Fetcher fetcher, BudgetedFetcher.Report budget) {
        // An endorsement has no nested verifier: endorsements of endorsements are not followed.
        NestedVerifier nestedVerifier = (inner, under) -> verify(
                new VerificationContext(inner, under, new HttpsOnly(budget.credential()), CredentialClass.ENDORSEMENT));
        return new VerificationContext(reading, policy, fetcher, nestedVerifier);
    }

    private VerificationReport verify(VerificationContext context) {
        VerificationContext current = context;
        for (Check check : checks) {
            current.record(answer(check, current));
            if (check.name() == CheckName.REFRESH && current.replaced().isPresent()) {
                current = again(current, current.replaced().get());
            }
        }
        return report(current, context.reading());
    }

    /** Runs the checks before REFRESH on the newer copy; REFRESH itself is not repeated. */
    private VerificationContext again(VerificationContext original, VerificationContext newer) {
        List<Check> before = checks.stream()
                .takeWhile(check -> check.name() != CheckName.REFRESH)
                .toList();
        for (Check check : before) {
            newer.record(answer(check, newer));
        }
        newer.record(original.earlier(CheckName.REFRESH).orElseThrow());
        return newer;
    }

    private static CheckResult answer(Check check, VerificationContext context) {
        CheckName name = check.name();
        if (name != CheckName.FORMAT && !context.passed(CheckName.FORMAT)) {
            return Check.answer(name, Outcome.SKIPPED, ReasonCode.SKIPPED_FORMAT.with());
        }
        if (NEED_A_PROOF.contains(name) && !context.passed(CheckName.PROOF)) {
            return Check.answer(name, Outcome.SKIPPED, ReasonCode.SKIPPED_PROOF.with());
        }
        if (name != CheckName.FORMAT && context.policy().expired().getAsBoolean()) {
            return Check.answer(name, Outcome.INCONCLUSIVE, ReasonCode.DEADLINE_PASSED.with());
        }
        return run(check, context);
    }

    /** A defect of a check is reported as INCONCLUSIVE and does not stop the other checks. */
    private static CheckResult run(Check check, VerificationContext context) {
        try {
            return check.run(context);
        } catch (RuntimeException | StackOverflowError e) {
            return Check.answer(
                    check.name(), Outcome.INCONCLUSIVE, ReasonCode.INTERNAL_ERROR.with(), List.of(defect(e)));
        }
    }

    private static Finding defect(Throwable e) {
        String where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
        return new Finding("internal.error", e.getClass().getName() + where, "");
    }

    private static VerificationReport report(VerificationContext context, ReadResult submitted) {
        List<CheckResult> results = new ArrayList<>();
        for (CheckName name : CheckName.values()) {
            results.add(context.earlier(name).orElseThrow());
        }
        Verdict verdict = Verdict.of(results, context.policy().recipient() != null);
        Optional<ParsedCredential> judged = context.judged();
        JsonNode document = judged.map(ParsedCredential::document).orElse(null);
        return new VerificationReport(
                verdict,
                Headline.of(verdict, results),
                judged.map(CredentialKind::of).orElse(VerificationReport.Kind.OTHER),
                context.policy().at(),
                new VerificationReport.Input(submitted.kind().name(), submitted.source()),
                results,
                document,
                context.summary().orElse(null),
                issuer(context),
                context.endorsements());
    }

    private static VerificationReport.Issuer issuer(VerificationContext context) {
        String id = context.issuerId();
        String name = context.summary().map(BadgeSummary::issuerName).orElse(null);
        // TRUST requires PROOF, so that a forgery cannot borrow a registered name.
        TrustRegistry.Entry entry = id != null && context.passed(CheckName.TRUST)
                ? context.policy().trust().find(id).orElse(null)
                : null;
        return new VerificationReport.Issuer(id, name, entry);
    }
}
