package fr.badgesiae.verifier.http;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.read.Gunzip;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches documents from the public Internet: https only, checked addresses only, no cookies, no credentials, no proxy;
 * redirects and decompression are done here, under limits, and the whole exchange under one deadline. Thread-safe.
 */
public final class HttpFetcher implements Fetcher, Source, AutoCloseable {
    private static final String ACCEPT = "application/ld+json, application/json, application/did+json;q=0.9, */*;q=0.5";

    private static final int MAX_HEADER_LINE = 16 << 10;
    private static final int MAX_HEADERS = 100;

    private final CloseableHttpClient client;
    private final Targets targets;
    private final Duration deadline;
    private final ScheduledThreadPoolExecutor alarm;

    /**
     * @param userAgent how to present ourselves
     * @param deadline for one fetch from the first to the last byte, redirects included
     * @param allowLoopback whether loopback is reachable, also by http (demonstration and tests)
     */
    public HttpFetcher(String userAgent, Duration deadline, boolean allowLoopback) {
        this.targets = new Targets(allowLoopback);
        this.deadline = deadline;
        this.client = client(userAgent, deadline, allowLoopback);
        this.alarm = new ScheduledThreadPoolExecutor(1, HttpFetcher::daemon);
        this.alarm.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fetch-deadline");
        thread.setDaemon(true);
        return thread;
    }

    private static CloseableHttpClient client(String userAgent, Duration deadline, boolean allowLoopback) {
        Timeout timeout = Timeout.of(deadline);
        return HttpClients.custom()
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddressesOnly(allowLoopback))
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(MAX_HEADER_LINE)
                                        .setMaxHeaderCount(MAX_HEADERS)
                                        .build())
                                .build())
                        .setMaxConnPerRoute(4)
                        .setMaxConnTotal(64)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .build();
    }

    @Override
    public FetchResult fetch(URI uri, FetchLimits limits) {
        return get(uri, limits).result();
    }

    @Override
    public Answer get(URI uri, FetchLimits limits) {
        Exchange exchange = new Exchange();
        ScheduledFuture<?> end;
        try {
            end = alarm.schedule(exchange::stop, deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return failed(Failure.UNREACHABLE, "closed");
        }
        try {
            return follow(Targets.withoutFragment(uri), limits, exchange);
        } catch (PublicAddressesOnly.RefusedAddressException e) {
            return failed(Failure.REFUSED_ADDRESS, "not a public address");
        } catch (IOException | RuntimeException e) {
            return exchange.stopped()
                    ? failed(Failure.DEADLINE, deadline.toString())
                    : failed(Failure.UNREACHABLE, e.getClass().getSimpleName());
        } finally {
            end.cancel(false);
        }
    }

    private Answer follow(URI start, FetchLimits limits, Exchange exchange) throws IOException {
        URI uri = start;
        for (int hop = 0; hop <= limits.maxRedirects(); hop++) {
            Optional<FetchResult.Failed> refusal = targets.refusal(uri);
            if (refusal.isPresent()) {
                return new Answer(refusal.get(), Lifetime.FAILURE);
            }
            if (limits.sameOrigin() && !Targets.sameOrigin(start, uri)) {
                return failed(Failure.REDIRECT_LEAVES_ORIGIN, uri.getHost());
            }
            HttpGet request = new HttpGet(uri);
            request.setHeader("Accept", ACCEPT);
            request.setHeader("Accept-Encoding", "gzip");
            exchange.begin(request);
            Step step = ask(uri, request, limits);
            if (step.answer() != null) {
                return step.answer();
            }
            uri = step.next();
        }
        return failed(Failure.TOO_MANY_REDIRECTS, Integer.toString(limits.maxRedirects()));
    }

    private Step ask(URI uri, HttpGet request, FetchLimits limits) throws IOException {
        try {
            HttpHost host = RoutingSupport.determineHost(request);
            ClassicHttpResponse response = client.executeOpen(host, request, null);
            try {
                return step(uri, response, limits);
            } finally {
                drop(request, response);
            }
        } catch (HttpException e) {
            throw new IOException(e);
        }
    }

    /** Cancelled first, because closing alone reads an answer to its end, which a stranger may never send. */
    private static void drop(HttpGet request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            return; // what was wanted of the answer has been read
        }
    }

    private static Step step(URI uri, ClassicHttpResponse response, FetchLimits limits) throws IOException {
        int status = response.getCode();
        if (status == 200) {
            return new Step(document(uri, response, limits), null);
        }
        Header location = response.getFirstHeader("Location");
        if ((status == 301 || status == 302 || status == 303 || status == 307 || status == 308) && location != null) {
            return Targets.redirected(uri, location.getValue())
                    .map(next -> new Step(null, next))
                    .orElseGet(() -> new Step(failed(Failure.BAD_STATUS, "a redirect to nowhere"), null));
        }
        Failure failure = status == 404 ? Failure.NOT_FOUND : status == 410 ? Failure.GONE : Failure.BAD_STATUS;
        return new Step(failed(failure, Integer.toString(status)), null);
    }

    private static Answer document(URI uri, ClassicHttpResponse response, FetchLimits limits) throws IOException {
        HttpEntity entity = response.getEntity();
        String encoding = header(response, "Content-Encoding");
        boolean gzip = "gzip".equalsIgnoreCase(encoding);
        if (encoding != null && !gzip && !"identity".equalsIgnoreCase(encoding)) {
            return failed(Failure.BAD_STATUS, "an encoding we did not ask for");
        }
        byte[] body = new byte[0];
        if (entity != null) {
            InputStream raw = entity.getContent();
            body = gzip ? Gunzip.firstBytes(raw, limits.maxBytes() + 1) : raw.readNBytes(limits.maxBytes() + 1);
        }
        if (body.length > limits.maxBytes()) {
            return failed(Failure.TOO_LARGE, Integer.toString(limits.maxBytes()));
        }
        String type = header(response, "Content-Type");
        return new Answer(
                new FetchResult.Fetched(uri, type == null ? "" : type, body, false, false),
                Lifetime.of(header(response, "Cache-Control"), header(response, "Age")));
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static Answer failed(Failure failure, String detail) {
        return new Answer(new FetchResult.Failed(failure, detail), Lifetime.FAILURE);
    }

    @Override
    public void close() {
        alarm.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /** One of two: the end, or where to go on. */
    private record Step(Answer answer, URI next) {}

    /** The request under way, which the deadline cancels. */
    private static final class Exchange {
        private HttpGet request;
        private boolean stopped;

        synchronized void begin(HttpGet next) {
            request = next;
            if (stopped) {
                next.cancel();
            }
        }

        synchronized void stop() {
            stopped = true;
            if (request != null) {
                request.cancel();
            }
        }

        synchronized boolean stopped() {
            return stopped;
        }
    }
}
