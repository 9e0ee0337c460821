package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.verification.VerifyToKeep;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Verifies a badge from elsewhere and holds it until its holder says whether to keep it. */
public final class SubmitBadge {
    /** Bytes of a file. */
    public static final int MOST_BYTES = 2 << 20;

    private static final int AN_HOUR = 30;
    private static final int MOST_PENDING = 10;

    private final Platform platform;
    private final VerifyToKeep verify;
    private final ImportSeal seal;
    private final LastReports reports;
    private final RequestBudget budget;

    public SubmitBadge(Platform platform, VerifyToKeep verify, ImportSeal seal, LastReports reports) {
        this.platform = platform;
        this.verify = verify;
        this.seal = seal;
        this.reports = reports;
        this.budget = platform.throttles().budget("imported-badges", AN_HOUR, Duration.ofHours(1));
    }

    /** Why a badge is not held, where that is not the verdict. */
    public enum Problem {
        /** A reopening limits the space. */
        WAITS,
        TOO_OFTEN,
        TOO_LARGE,
        SECRET,
        SHORT_CODE,
        SEVERAL,
        /** It is of an organisation of this service. */
        OURS
    }

    /** The outcome of a submission. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /** It is held, and waits for an answer. */
    public record Held(UUID id) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.held(id);
        }
    }

    /** It is a badge of ours that this space has. */
    public record Here(UUID badge) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.here(badge);
        }
    }

    /** The verdict speaks against keeping it. */
    public record Refused(VerificationReport report) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(report);
        }
    }

    /** Something else does. */
    public record NotHeld(Problem problem) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notHeld(problem);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T held(UUID id);

        T here(UUID badge);

        T refused(VerificationReport report);

        T notHeld(Problem problem);
    }

    /** Verifies it, outside any transaction. */
    public Outcome apply(HolderId holder, Submission submission) {
        if (!budget.trySpend(holder)) {
            return new NotHeld(Problem.TOO_OFTEN);
        }
        if (dao(holder, ImportedDao::limited)) {
            return new NotHeld(Problem.WAITS);
        }
        VerifyToKeep.Outcome outcome = verify.apply(submission, MOST_BYTES);
        if (outcome instanceof VerifyToKeep.Verified verified) {
            return verified(holder, verified);
        }
        return new NotHeld(outcome instanceof VerifyToKeep.Secret ? Problem.SECRET : Problem.SHORT_CODE);
    }

    private Outcome verified(HolderId holder, VerifyToKeep.Verified verified) {
        List<VerificationReport> all = verified.reports();
        if (Judgement.several(all)) {
            return new NotHeld(Problem.SEVERAL);
        }
        VerificationReport report = Judgement.one(all);
        byte[] file = verified.file();
        if (!Judgement.keepable(report)) {
            return new Refused(report);
        }
        if (verified.ours()) {
            Optional<UUID> own =
                    ImportIdentity.number(report).flatMap(id -> dao(holder, dao -> dao.own(holder.value(), id)));
            return own.<Outcome>map(Here::new).orElseGet(() -> new NotHeld(Problem.OURS));
        }
        return file == null || file.length > MOST_BYTES
                ? new NotHeld(Problem.TOO_LARGE)
                : new Held(hold(holder, file, report));
    }

    private UUID hold(HolderId holder, byte[] file, VerificationReport report) {
        UUID id = platform.ids().uuid();
        Instant now = platform.clock().instant();
        byte[] identity = seal.identity(ImportIdentity.of(report), holder.value());
        byte[] sealed = seal.file(file, id);
        byte[] facts = seal.facts(ImportedFacts.of(report), id);
        dao(holder, dao -> {
            dao.insert(
                    id,
                    holder.value(),
                    identity,
                    ImportedForm.of(file),
                    sealed,
                    facts,
                    ImportIdentity.validFrom(report),
                    report.headline(),
                    report.issuer().registered() != null,
                    Judgement.answered(report) ? now : null,
                    now);
            dao.leavePending(holder.value(), MOST_PENDING);
            return id;
        });
        reports.put(id, file.length, report);
        return id;
    }

    private <T> T dao(HolderId holder, Function<ImportedDao, T> act) {
        return platform.database().inHolder(holder, handle -> act.apply(handle.attach(ImportedDao.class)));
    }
}
