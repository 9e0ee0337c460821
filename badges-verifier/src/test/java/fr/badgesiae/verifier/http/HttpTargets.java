package fr.badgesiae.verifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.codec.Gunzip;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** What reads the head and the body of an answer, and addresses. */
public final class HttpTargets {
    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
    private static final int MAX = 1000;
    private static final List<String> WORDS = List.of(
            "\n", "=", ",", ";", "\"", "max-age=", "99999999999", "-1", "no-store", "%", "[", "@", "//", "..", "é");
    /** Every way in which a body is refused. */
    private static final List<Class<?>> REFUSALS = List.of(
            BodyReader.TooLargeException.class,
            BodyReader.UnknownEncodingException.class,
            ZipException.class,
            EOFException.class,
            IOException.class);

    private static final URI HERE = URI.create("https://badges.example/a/b?c");

    private HttpTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.text(
                        "lifetime",
                        headers(),
                        WORDS,
                        HttpTargets::lifetime,
                        FreshnessLifetime.class,
                        CacheHeaders.class),
                FuzzTarget.text("location", locations(), WORDS, HttpTargets::location, UrlPolicy.class),
                FuzzTarget.bytes(
                        "gzip-body",
                        List.of(packed(100), packed(5000)),
                        WORDS,
                        HttpTargets::body,
                        BodyReader.class,
                        Gunzip.class),
                FuzzTarget.text(
                        "body-head",
                        List.of("gzip\n12", "identity\n3\nchunked"),
                        WORDS,
                        HttpTargets::head,
                        BodyReader.class),
                FuzzTarget.bytes(
                        "network-address",
                        List.of(new byte[] {10, 0, 0, 1}, new byte[16]),
                        WORDS,
                        HttpTargets::address,
                        PublicAddressesOnly.class));
    }

    /** No header makes an answer live longer than a day, or less than no time. */
    private static void lifetime(String text) {
        String[] lines = (text + "\n\n\n\n\n\n\n\n").split("\n", -1);
        CacheHeaders headers = new CacheHeaders(lines[0], lines[1], lines[2], lines[3], lines[4], lines[5], lines[6]);
        FreshnessLifetime lifetime = FreshnessLifetime.of(headers, AT);
        assertThat(lifetime.fresh()).isBetween(Duration.ZERO, FreshnessLifetime.LONGEST);
        assertThat(CacheHeaders.NONE.updatedBy(headers).weight()).isNotNegative();
    }

    /** Whatever goes on the wire goes by https to a name that is not of this machine. */
    private static void location(String text) {
        Optional<URI> to = UrlPolicy.redirected(HERE, text);
        to.map(new UrlPolicy(false)::target)
                .filter(UrlPolicy.Allowed.class::isInstance)
                .map(UrlPolicy.Allowed.class::cast)
                .ifPresent(target -> {
                    assertThat(target.wire().getScheme()).isEqualTo("https");
                    String host = target.wire().getHost();
                    assertThat(host.startsWith("[") || host.indexOf('.') < host.length() - 1)
                            .isTrue();
                    assertThat(host).contains(host.startsWith("[") ? ":" : ".").doesNotContain("localhost");
                    assertThat(target.wire().getRawUserInfo()).isNull();
                    assertThat(target.wire().getRawFragment()).isNull();
                    assertThat(UrlPolicy.sameOrigin(target.wire(), target.wire()))
                            .isTrue();
                });
    }

    private static void body(byte[] bytes) {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(200);
        response.addHeader("Content-Encoding", "gzip");
        read(response, bytes);
    }

    private static void head(String text) {
        String[] lines = (text + "\n\n").split("\n", -1);
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(200);
        response.addHeader("Content-Encoding", lines[0]);
        response.addHeader("Content-Length", lines[1]);
        if (!lines[2].isEmpty()) {
            response.addHeader("Transfer-Encoding", lines[2]);
        }
        read(response, packed(10));
    }

    private static void read(BasicClassicHttpResponse response, byte[] bytes) {
        response.setEntity(new ByteArrayEntity(bytes, ContentType.APPLICATION_OCTET_STREAM));
        try {
            assertThat(BodyReader.read(response, MAX).length).isLessThanOrEqualTo(MAX);
            assertThat(BodyReader.header(response, "Content-Encoding")).isNotNull();
            assertThat(Gunzip.firstBytes(new ByteArrayInputStream(bytes), MAX).length)
                    .isLessThanOrEqualTo(MAX);
        } catch (IOException refused) {
            assertThat(REFUSALS).contains(refused.getClass());
        }
    }

    private static void address(byte[] bytes) {
        if (bytes.length == 4 || bytes.length == 16) {
            try {
                InetAddress address = InetAddress.getByAddress(bytes);
                boolean local = address.isLoopbackAddress()
                        || address.isSiteLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isAnyLocalAddress()
                        || address.isMulticastAddress();
                assertThat(local && PublicAddressesOnly.isPublic(address)).isFalse();
            } catch (UnknownHostException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<String> headers() {
        return List.of(
                "public, max-age=600\n12\nFri, 20 Nov 2026 00:00:00 GMT\nFri, 20 Nov 2026 01:00:00 GMT\n*\n\"e\"\nx",
                "s-maxage=\"5\", no-cache=\"a,b\", must-revalidate\n0",
                "\n\n\nThu, 01 Jan 1970 00:00:00 GMT");
    }

    private static List<String> locations() {
        return List.of(
                "?page=2",
                "../c",
                "https://badges.example:8443/x#y",
                "//badges.example/é",
                "https://BADGES.example./",
                "https://[::ffff:127.0.0.1]/",
                "https://0x7f.1/",
                "http://localhost/");
    }

    private static byte[] packed(int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write("x1".repeat(length).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
