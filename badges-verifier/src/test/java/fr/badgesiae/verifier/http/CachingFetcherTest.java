package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CachingFetcherTest {
    private static final URI URL = URI.create("https://badges.example/did.json");
    private static final long ROOM = 1 << 20;

    private final AtomicInteger asked = new AtomicInteger();
    private final Hands clock = new Hands();

    @Test
    void aDocumentIsKeptForItsLifetimeAndNoLonger() {
        CachingFetcher fetcher = fetcher(answering("60"), ROOM, Duration.ZERO);
        assertThat(fetched(fetcher).local()).isFalse();
        clock.move(59);
        assertThat(fetched(fetcher).local()).isTrue();
        assertThat(asked).hasValue(1);
        clock.move(1);
        assertThat(fetched(fetcher).local()).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void failuresAreKeptBriefly() {
        CachingFetcher fetcher = fetcher(failing(Failure.NOT_FOUND), ROOM, Duration.ZERO);
        fetcher.fetch(URL, FetchLimits.DOCUMENT);
        clock.move(FreshnessLifetime.FAILURE.toSeconds() - 1);
        fetcher.fetch(URL, FetchLimits.DOCUMENT);
        assertThat(asked).hasValue(1);
        clock.move(1);
        fetcher.fetch(URL, FetchLimits.DOCUMENT);
        assertThat(asked).hasValue(2);
    }

    @Test
    void anOldCopyStandsInForASourceThatIsDownAndSaysSo() {
        CachingFetcher fetcher = fetcher(firstThen(Failure.UNREACHABLE), ROOM, Duration.ofHours(1));
        assertThat(fetched(fetcher).stale()).isFalse();
        clock.move(120);
        assertThat(fetched(fetcher).stale()).isTrue();
        clock.move(2 * 3600);
        assertThat(fetcher.fetch(URL, FetchLimits.DOCUMENT)).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void anOldCopyDoesNotOutliveADocumentThatWasTakenDown() {
        CachingFetcher fetcher = fetcher(firstThen(Failure.GONE), ROOM, Duration.ofHours(1));
        fetched(fetcher);
        clock.move(120);
        assertThat(((FetchResult.Failed) fetcher.fetch(URL, FetchLimits.DOCUMENT)).failure())
                .isEqualTo(Failure.GONE);
    }

    @Test
    void withoutThatPolicyNoOldCopyIsUsed() {
        CachingFetcher fetcher = fetcher(firstThen(Failure.UNREACHABLE), ROOM, Duration.ZERO);
        fetched(fetcher);
        clock.move(120);
        assertThat(fetcher.fetch(URL, FetchLimits.DOCUMENT)).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void memoryIsBoundedByBodies() {
        byte[] body = new byte[10_000];
        CachingFetcher bodies = fetcher(
                (uri, limits, known) -> {
                    asked.incrementAndGet();
                    return new DocumentSource.Whole(
                            new FetchResult.Fetched(uri, "", body, false, false),
                            CacheHeaders.cacheControl("max-age=3600"));
                },
                100_000,
                Duration.ZERO);
        assertThat(askedAfterTwoRounds(bodies, "")).isGreaterThan(100);
    }

    @Test
    void memoryIsBoundedByAddresses() {
        CachingFetcher addresses = fetcher(failing(Failure.NOT_FOUND), 100_000, Duration.ZERO);
        assertThat(askedAfterTwoRounds(addresses, "x".repeat(10_000))).isGreaterThan(100);
        asked.set(0);
        CachingFetcher roomy = fetcher(failing(Failure.NOT_FOUND), 100_000_000, Duration.ZERO);
        assertThat(askedAfterTwoRounds(roomy, "x".repeat(10_000))).isEqualTo(100);
    }

    private int askedAfterTwoRounds(CachingFetcher fetcher, String path) {
        for (int i = 0; i < 200; i++) {
            fetcher.fetch(URI.create("https://badges.example/" + i % 100 + path), FetchLimits.DOCUMENT);
        }
        return asked.get();
    }

    @Test
    void afterItsLifetimeADocumentIsOnlyAskedAbout() {
        List<DocumentSource.Copy> shown = new ArrayList<>();
        DocumentSource source = (uri, limits, known) -> {
            shown.add(known);
            return known.equals(DocumentSource.Copy.NONE)
                    ? new DocumentSource.Whole(
                            new FetchResult.Fetched(URI.create(uri + "?final"), "", new byte[1], false, false),
                            new CacheHeaders(
                                    "max-age=60", null, null, null, null, "\"v1\"", "Sun, 15 Nov 2026 09:00:00 GMT"))
                    : new DocumentSource.Unchanged(CacheHeaders.cacheControl("max-age=600"));
        };
        CachingFetcher fetcher = fetcher(source, ROOM, Duration.ZERO);
        fetched(fetcher);
        clock.move(60);
        FetchResult.Fetched again = fetched(fetcher);
        assertThat(again.body()).hasSize(1);
        assertThat(again.local()).as("it cost a question").isFalse();
        assertThat(again.stale()).isFalse();
        clock.move(599);
        assertThat(fetched(fetcher).local()).isTrue();
        assertThat(shown)
                .containsExactly(
                        DocumentSource.Copy.NONE,
                        new DocumentSource.Copy(URI.create(URL + "?final"), "\"v1\"", "Sun, 15 Nov 2026 09:00:00 GMT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "no-store, max-age=60", "private, max-age=60"})
    void whatMayNotBeKeptIsFetchedEachTimeAndNeverStandsIn(String cacheControl) {
        DocumentSource source = (uri, limits, known) -> asked.incrementAndGet() < 3
                ? document(uri, cacheControl)
                : new DocumentSource.Whole(new FetchResult.Failed(Failure.UNREACHABLE, ""), CacheHeaders.NONE);
        CachingFetcher fetcher = fetcher(source, ROOM, Duration.ofHours(1));
        assertThat(fetched(fetcher).local()).isFalse();
        assertThat(fetched(fetcher).local()).isFalse();
        assertThat(fetcher.fetch(URL, FetchLimits.DOCUMENT)).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void aSenderMayForbidOldCopies() {
        DocumentSource source = (uri, limits, known) -> asked.incrementAndGet() == 1
                ? document(uri, "max-age=60, must-revalidate")
                : new DocumentSource.Whole(new FetchResult.Failed(Failure.UNREACHABLE, ""), CacheHeaders.NONE);
        CachingFetcher fetcher = fetcher(source, ROOM, Duration.ofHours(1));
        fetched(fetcher);
        clock.move(61);
        assertThat(fetcher.fetch(URL, FetchLimits.DOCUMENT)).isInstanceOf(FetchResult.Failed.class);
    }

    @Test
    void anAnswerIsAsOldAsItsQuestion() {
        DocumentSource slow = (uri, limits, known) -> {
            asked.incrementAndGet();
            clock.move(50);
            return document(uri, "max-age=60");
        };
        CachingFetcher fetcher = fetcher(slow, ROOM, Duration.ZERO);
        fetched(fetcher);
        clock.move(9);
        assertThat(fetched(fetcher).local()).isTrue();
        clock.move(1);
        assertThat(fetched(fetcher).local()).isFalse();
    }

    @Test
    void aSpentBudgetIsNotTakenForTheDocumentsOwnFailure() {
        CachingFetcher fetcher = fetcher(failing(Failure.TOO_MANY_FETCHES), ROOM, Duration.ZERO);
        fetcher.fetch(URL, FetchLimits.DOCUMENT);
        fetcher.fetch(URL, FetchLimits.DOCUMENT);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aFragmentMakesNoOtherDocument() {
        CachingFetcher fetcher = fetcher(answering("60"), ROOM, Duration.ZERO);
        fetched(fetcher);
        fetcher.fetch(URI.create(URL + "#key-1"), FetchLimits.DOCUMENT);
        assertThat(asked).hasValue(1);
    }

    @Test
    void twoCallersOfOneAddressMakeOneFetch() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CachingFetcher fetcher = fetcher(
                (uri, limits, known) -> {
                    asked.incrementAndGet();
                    inside.countDown();
                    await(release);
                    return document(uri, "no-store");
                },
                ROOM,
                Duration.ZERO);
        CompletableFuture<FetchResult> first =
                CompletableFuture.supplyAsync(() -> fetcher.fetch(URL, FetchLimits.DOCUMENT));
        inside.await();
        Thread second = new Thread(() -> fetcher.fetch(URL, FetchLimits.DOCUMENT));
        second.start();
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        release.countDown();
        assertThat(first.get()).isInstanceOf(FetchResult.Fetched.class);
        second.join();
        assertThat(asked).hasValue(1);
    }

    private CachingFetcher fetcher(DocumentSource source, long room, Duration stale) {
        return new CachingFetcher(source, clock, room, stale);
    }

    private DocumentSource answering(String seconds) {
        return (uri, limits, known) -> {
            asked.incrementAndGet();
            return document(uri, "max-age=" + seconds);
        };
    }

    private DocumentSource failing(Failure failure) {
        return (uri, limits, known) -> {
            asked.incrementAndGet();
            return new DocumentSource.Whole(new FetchResult.Failed(failure, ""), CacheHeaders.NONE);
        };
    }

    private DocumentSource firstThen(Failure failure) {
        return (uri, limits, known) -> asked.incrementAndGet() == 1
                ? document(uri, "max-age=60")
                : new DocumentSource.Whole(new FetchResult.Failed(failure, ""), CacheHeaders.NONE);
    }

    private static DocumentSource.Answer document(URI uri, String cacheControl) {
        return new DocumentSource.Whole(
                new FetchResult.Fetched(uri, "", new byte[] {'{', '}'}, false, false),
                CacheHeaders.cacheControl(cacheControl));
    }

    private static FetchResult.Fetched fetched(CachingFetcher fetcher) {
        return (FetchResult.Fetched) fetcher.fetch(URL, FetchLimits.DOCUMENT);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A settable clock. */
    private static final class Hands extends Clock {
        private Instant instant = Instant.parse("2026-11-15T10:00:00Z");

        void move(long seconds) {
            instant = instant.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("not asked for");
        }
    }
}
