package fr.badgesiae.verifier.http;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.io.CloseMode;

/**
 * Fetches documents from the public Internet. https only, verified addresses only; no cookies, credentials or proxy.
 * Redirects and decompression are limited; the whole exchange (DNS, connection, every byte) has one deadline, and each host
 * a budget. Thread-safe.
 */
public final class HttpFetcher implements Fetcher, DocumentSource, AutoCloseable {
    private static final String ACCEPT = "application/ld+json, application/json, application/did+json;q=0.9, */*;q=0.5";
    private static final int EXCHANGES = 64;
    private static final int FETCHES_A_MINUTE = 240;
    private static final int PATIENCE = 2;

    private final CloseableHttpClient client;
    private final UrlPolicy targets;
    private final Duration deadline;
    private final HostBudgets budgets;
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(0, EXCHANGES, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), HttpFetcher::daemon);

    /**
     * With a budget of 240 fetches a minute for each host.
     *
     * @param userAgent the User-Agent header
     * @param deadline for one fetch, from DNS to the last byte, redirects included
     * @param allowLoopback whether loopback is reachable under its own names, also by http (demonstration and tests)
     */
    public HttpFetcher(String userAgent, Duration deadline, boolean allowLoopback) {
        this(userAgent, deadline, allowLoopback, FETCHES_A_MINUTE);
    }

    /** @param fetchesAMinute the budget of each host, redirects included */
    public HttpFetcher(String userAgent, Duration deadline, boolean allowLoopback, int fetchesAMinute) {
        this(
                userAgent,
                deadline,
                new UrlPolicy(allowLoopback),
                new PublicAddressesOnly(allowLoopback),
                DefaultClientTlsStrategy.createDefault(),
                new HostBudgets(fetchesAMinute, Duration.ofMinutes(1), System::nanoTime));
    }

    HttpFetcher(
            String userAgent,
            Duration deadline,
            UrlPolicy targets,
            DnsResolver names,
            TlsSocketStrategy tls,
            HostBudgets budgets) {
        this.targets = targets;
        this.deadline = deadline;
        this.budgets = budgets;
        this.client = HttpClientFactory.client(userAgent, deadline.multipliedBy(PATIENCE), EXCHANGES, names, tls);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fetch");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public FetchResult fetch(URI uri, FetchLimits limits) {
        return get(uri, limits, Copy.NONE) instanceof Whole whole
                ? whole.result()
                : new FetchResult.Failed(Failure.BAD_STATUS, "unchanged, of nothing");
    }

    /** Runs in a thread of its own, so that the deadline also holds where Java cannot be interrupted, as in DNS. */
    @Override
    public Answer get(URI uri, FetchLimits limits, Copy known) {
        CancellableRequest exchange = new CancellableRequest();
        try {
            Future<Answer> answer = workers.submit(() -> attempt(uri, limits, known, exchange));
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return failed(Failure.DEADLINE, deadline.toString());
        } catch (RejectedExecutionException e) {
            return workers.isShutdown()
                    ? failed(Failure.UNREACHABLE, "closed")
                    : failed(Failure.TOO_MANY_FETCHES, EXCHANGES + " at once");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return failed(Failure.UNREACHABLE, cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Failure.UNREACHABLE, "interrupted");
        } finally {
            exchange.stop();
        }
    }

    private Answer attempt(URI uri, FetchLimits limits, Copy known, CancellableRequest exchange) {
        try {
            return follow(UrlPolicy.withoutFragment(uri), limits, known, exchange);
        } catch (PublicAddressesOnly.RefusedAddressException e) {
            return failed(Failure.REFUSED_ADDRESS, "not a public address");
        } catch (UnknownHostException e) {
            return failed(Failure.HOST_UNKNOWN, "no such host");
        } catch (BodyReader.TooLargeException e) {
            return failed(Failure.TOO_LARGE, Integer.toString(limits.maxBytes()));
        } catch (BodyReader.UnknownEncodingException e) {
            return failed(Failure.REFUSED_BY_SERVER, "an encoding we did not ask for");
        } catch (IOException | RuntimeException e) {
            return failed(FailureKinds.of(e), e.getClass().getSimpleName());
        }
    }

    private Answer follow(URI start, FetchLimits limits, Copy known, CancellableRequest exchange) throws IOException {
        UrlPolicy.Target first = targets.target(start);
        if (first instanceof UrlPolicy.Refused refused) {
            return failed(Failure.REFUSED_ADDRESS, refused.why());
        }
        return follow(start, (UrlPolicy.Allowed) first, limits, known, exchange);
    }

    private Answer follow(
            URI start, UrlPolicy.Allowed first, FetchLimits limits, Copy known, CancellableRequest exchange)
            throws IOException {
        URI uri = start;
        for (int hop = 0; hop <= limits.maxRedirects(); hop++) {
            UrlPolicy.Target decision = targets.target(uri);
            if (decision instanceof UrlPolicy.Refused refused) {
                return failed(Failure.REFUSED_ADDRESS, refused.why());
            }
            UrlPolicy.Allowed target = (UrlPolicy.Allowed) decision;
            if (target.loopback() && !first.loopback()) {
                return failed(Failure.REFUSED_ADDRESS, "a redirect to loopback");
            }
            if (limits.sameOrigin() && !UrlPolicy.sameOrigin(first.wire(), target.wire())) {
                return failed(Failure.REDIRECT_LEAVES_ORIGIN, target.wire().getHost());
            }
            if (!budgets.spend(target.wire().getHost())) {
                return failed(Failure.TOO_MANY_FETCHES, "of " + target.wire().getHost());
            }
            Step step = ask(
                    uri, request(target.wire(), uri.equals(known.finalUri()) ? known : Copy.NONE), limits, exchange);
            if (step instanceof Done done) {
                return done.answer();
            }
            uri = ((Redirect) step).to();
        }
        return failed(Failure.TOO_MANY_REDIRECTS, Integer.toString(limits.maxRedirects()));
    }

    private static HttpGet request(URI wire, Copy known) {
        HttpGet request = new HttpGet(wire);
        request.setHeader("Accept", ACCEPT);
        request.setHeader("Accept-Encoding", "gzip");
        request.setHeader("Connection", "close");
        if (known.etag() != null) {
            request.setHeader("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.setHeader("If-Modified-Since", known.lastModified());
        }
        return request;
    }

    private Step ask(URI uri, HttpGet request, FetchLimits limits, CancellableRequest exchange) throws IOException {
        exchange.begin(request);
        try {
            ClassicHttpResponse response = client.executeOpen(RoutingSupport.determineHost(request), request, null);
            try {
                return step(uri, request, response, limits);
            } finally {
                drop(request, response);
            }
        } catch (HttpException e) {
            throw new IOException(e);
        }
    }

    /** Cancels first: closing alone would read the response to its end, which may never come. */
    private static void drop(HttpGet request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            return; // the wanted part of the response has been read
        }
    }

    private static Step step(URI uri, HttpGet request, ClassicHttpResponse response, FetchLimits limits)
            throws IOException {
        int status = response.getCode();
        if (status == 200) {
            String type = BodyReader.header(response, "Content-Type");
            byte[] body = BodyReader.read(response, limits.maxBytes());
            return end(new Whole(
                    new FetchResult.Fetched(uri, type == null ? "" : type, body, false, false), kept(response)));
        }
        if (status == 304 && (request.containsHeader("If-None-Match") || request.containsHeader("If-Modified-Since"))) {
            return end(new Unchanged(kept(response)));
        }
        Header location = response.getFirstHeader("Location");
        if ((status == 301 || status == 302 || status == 303 || status == 307 || status == 308) && location != null) {
            return UrlPolicy.redirected(uri, location.getValue())
                    .<Step>map(Redirect::new)
                    .orElseGet(() -> end(failed(Failure.REFUSED_BY_SERVER, "a redirect to nowhere")));
        }
        if (status == 410) {
            FetchResult gone = new FetchResult.Failed(Failure.GONE, "410", goneBody(response, limits));
            return end(new Whole(gone, CacheHeaders.NONE));
        }
        return end(failed(FailureKinds.of(status), Integer.toString(status)));
    }

    /** The body of a 410 response (ob-2.0, Assertion, revoked); empty when it is unreadable. */
    private static byte[] goneBody(ClassicHttpResponse response, FetchLimits limits) {
        try {
            return BodyReader.read(response, Math.min(limits.maxBytes(), FetchResult.Failed.MAX_GONE_BODY));
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static CacheHeaders kept(ClassicHttpResponse response) {
        return new CacheHeaders(
                BodyReader.header(response, "Cache-Control"),
                BodyReader.header(response, "Age"),
                BodyReader.header(response, "Date"),
                BodyReader.header(response, "Expires"),
                BodyReader.header(response, "Vary"),
                BodyReader.header(response, "ETag"),
                BodyReader.header(response, "Last-Modified"));
    }

    private static Step end(Answer answer) {
        return new Done(answer);
    }

    private static Answer failed(Failure failure, String detail) {
        return new Whole(new FetchResult.Failed(failure, detail), CacheHeaders.NONE);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /** The result of one request. */
    private sealed interface Step {}

    private record Done(Answer answer) implements Step {}

    private record Redirect(URI to) implements Step {}
}
