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

/** The bytes of an answer, unpacked under a bound that counts what comes in as well as what goes out. */
final class BodyReader {
    /** What the wrapping of a packed body may take beyond the body. */
    private static final int WRAPPING = 1024;

    private BodyReader() {}

    /**
     * The body; of one that is too large, one byte more than the bound.
     *
     * @throws TooLargeException also when so much came in that it must be
     * @throws UnknownEncodingException when it is packed in a way that was not asked for
     * @throws IOException when it breaks off or contradicts its own head
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

    /** All headers of a name as one (RFC 9110, 5.3), or null. */
    static String header(ClassicHttpResponse response, String name) {
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

    /** The length that the head gives, or -1; two lengths, or a length beside chunks, are an attack (RFC 9112, 6.3). */
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

    /** More than was asked for. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** An encoding that was not asked for. */
    static final class UnknownEncodingException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what comes in: packed bytes that unpack to nothing are work too. */
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
