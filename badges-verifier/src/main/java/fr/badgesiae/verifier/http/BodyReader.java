package fr.badgesiae.verifier.http;

import fr.badgesiae.verifier.codec.Gunzip;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads and decompresses a response body, with bounds on both the bytes received and the bytes produced. */
final class BodyReader {
    /** The overhead of a compressed body over its content. */
    private static final int WRAPPING = 1024;

    private BodyReader() {}

    /**
     * The body; for one that is too large, one byte more than the bound.
     *
     * @throws TooLargeException also when the received bytes alone exceed the bound
     * @throws UnknownEncodingException when the encoding was not requested
     * @throws IOException when the body is truncated or contradicts its headers
     */
    static byte[] read(ClassicHttpResponse response, int maxBytes) throws IOException {
        boolean gzip = isGzip(response);
        long length = length(response);
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (length > maxBytes) {
            throw new TooLargeException();
        }
        InputStream raw = entity.getContent();
        byte[] body = gzip
                ? Gunzip.firstBytes(new Bounded(raw, (long) maxBytes + WRAPPING), maxBytes + 1)
                : raw.readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            throw new TooLargeException();
        }
        return body;
    }

    /** All headers of a name as one value (RFC 9110, 5.3), or null. */
    static @Nullable String header(ClassicHttpResponse response, String name) {
        Header[] headers = response.getHeaders(name);
        return headers.length == 0
                ? null
                : Arrays.stream(headers)
                        .map(header -> header.getValue() == null ? "" : header.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static boolean isGzip(ClassicHttpResponse response) throws UnknownEncodingException {
        String encoding = header(response, "Content-Encoding");
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw new UnknownEncodingException();
        };
    }

    /**
     * The declared length, or -1. Two lengths, or a length with chunked encoding, are refused as request smuggling (RFC
     * 9112, 6.3).
     */
    private static long length(ClassicHttpResponse response) throws IOException {
        String length = header(response, "Content-Length");
        if (length == null) {
            return -1;
        }
        if (!length.matches("\\d{1,18}") || response.containsHeader("Transfer-Encoding")) {
            throw new IOException("a length that is none");
        }
        return Long.parseLong(length);
    }

    /** The body exceeds the bound. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** An encoding that was not requested. */
    static final class UnknownEncodingException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Bounds the bytes received: compressed bytes without output cost work too. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            refuseMore();
            int value = super.read();
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            refuseMore();
            int read = super.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        private void refuseMore() throws TooLargeException {
            if (left <= 0) {
                throw new TooLargeException();
            }
        }
    }
}
