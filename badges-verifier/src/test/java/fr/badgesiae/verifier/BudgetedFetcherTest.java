package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BudgetedFetcherTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Fetcher web = (uri, limits) -> {
        asked.incrementAndGet();
        return new FetchResult.Fetched(uri, "", new byte[0], uri.getPath().startsWith("/local"), false);
    };
    private final VerificationPolicy policy = VerificationPolicy.at(Instant.EPOCH, web);

    @Test
    void aCredentialGetsEightFetches() {
        BudgetedFetcher fetcher = BudgetedFetcher.report(policy).credential();
        assertThat(granted(fetcher, "/a", 20)).isEqualTo(8);
        assertThat(asked).hasValue(8);
        assertThat(fetch(fetcher, "/a0")).as("answered before").isInstanceOf(FetchResult.Fetched.class);
    }

    @Test
    void aReportGetsThirtyTwo() {
        BudgetedFetcher.Report report = BudgetedFetcher.report(policy);
        int granted = 0;
        for (int credential = 0; credential < 10; credential++) {
            granted += granted(report.credential(), "/" + credential + "-", 8);
        }
        assertThat(granted).isEqualTo(32);
    }

    @Test
    void bundledDocumentsAreNotCounted() {
        BudgetedFetcher fetcher = BudgetedFetcher.report(policy).credential();
        assertThat(granted(fetcher, "/local", 50)).isEqualTo(50);
    }

    @Test
    void whatTheCallerGivesComesFirst() {
        asked.set(0);
        BudgetedFetcher given =
                BudgetedFetcher.report(policy.withDocuments(web)).credential();
        assertThat(granted(given, "/b", 50)).isEqualTo(50);
        assertThat(asked).hasValue(50);
    }

    @Test
    void oneAddressIsAskedOnceAReport() {
        BudgetedFetcher.Report report = BudgetedFetcher.report(policy);
        fetch(report.credential(), "/same");
        fetch(report.credential(), "/same");
        assertThat(asked).hasValue(1);
    }

    @Test
    void afterTheDeadlineNothingIsAsked() {
        BudgetedFetcher fetcher =
                BudgetedFetcher.report(policy.withDeadline(() -> true)).credential();
        assertThat(((FetchResult.Failed) fetch(fetcher, "/a")).failure()).isEqualTo(FetchResult.Failure.DEADLINE);
        assertThat(asked).hasValue(0);
    }

    private static int granted(Fetcher fetcher, String path, int times) {
        int granted = 0;
        for (int i = 0; i < times; i++) {
            granted += fetch(fetcher, path + i) instanceof FetchResult.Fetched ? 1 : 0;
        }
        return granted;
    }

    private static FetchResult fetch(Fetcher fetcher, String path) {
        return fetcher.fetch(URI.create("https://badges.example" + path), FetchLimits.DOCUMENT);
    }
}
