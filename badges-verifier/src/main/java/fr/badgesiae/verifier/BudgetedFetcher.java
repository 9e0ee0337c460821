package fr.badgesiae.verifier;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Counts the fetches of one report and of each credential in it. A repeated request gets the first result and counts once;
 * documents of the caller and local documents count nothing. Used by one thread.
 */
final class BudgetedFetcher implements Fetcher {
    static final int PER_CREDENTIAL = 8;
    static final int PER_REPORT = 32;

    private final Report report;
    private int spent;

    private BudgetedFetcher(Report report) {
        this.report = report;
    }

    /** The budget of a new report. */
    static Report report(VerificationPolicy policy) {
        return new Report(policy.documents(), policy.fetcher(), policy.expired());
    }

    @Override
    public FetchResult fetch(URI uri, FetchLimits limits) {
        Asked asked = new Asked(uri, limits);
        FetchResult known = report.answers.get(asked);
        if (known != null) {
            return known;
        }
        FetchResult answer = ask(uri, limits);
        report.answers.put(asked, answer);
        return answer;
    }

    private FetchResult ask(URI uri, FetchLimits limits) {
        if (report.documents.fetch(uri, limits) instanceof FetchResult.Fetched given) {
            return new FetchResult.Fetched(given.finalUri(), given.contentType(), given.body(), true, given.stale());
        }
        if (report.expired.getAsBoolean()) {
            return new FetchResult.Failed(FetchResult.Failure.DEADLINE, "the caller's deadline has passed");
        }
        if (spent >= PER_CREDENTIAL || report.spent >= PER_REPORT) {
            return new FetchResult.Failed(
                    FetchResult.Failure.TOO_MANY_FETCHES,
                    spent >= PER_CREDENTIAL ? PER_CREDENTIAL + " a credential" : PER_REPORT + " a report");
        }
        FetchResult answer = report.fetcher.fetch(uri, limits);
        if (!(answer instanceof FetchResult.Fetched fetched && fetched.local())) {
            spent++;
            report.spent++;
        }
        return answer;
    }

    private record Asked(URI uri, FetchLimits limits) {}

    /** The state shared by the credentials of one report. */
    static final class Report {
        private final Fetcher documents;
        private final Fetcher fetcher;
        private final BooleanSupplier expired;
        private final Map<Asked, FetchResult> answers = new HashMap<>();
        private int spent;

        private Report(Fetcher documents, Fetcher fetcher, BooleanSupplier expired) {
            this.documents = documents;
            this.fetcher = fetcher;
            this.expired = expired;
        }

        /** A fetcher for one credential of the report. */
        BudgetedFetcher credential() {
            return new BudgetedFetcher(this);
        }
    }
}
