package fr.badgesiae.api.platform.web;

import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;
import org.glassfish.jersey.media.multipart.MultiPartProperties;

/**
 * Limits the size of request bodies: of each request, and of all requests of this node together. Bodies stay in memory:
 * a temporary file could leave personal data behind. Above the common limit the answer is 503. Only bytes already received
 * count, so a slow sender reserves no memory.
 */
final class Uploads implements ContainerRequestFilter, ContextResolver<MultiPartProperties> {
    /** The largest request: a file of 16 MiB, and 3 MiB for the form around it. */
    static final long MOST_BYTES = (16L << 20) + (3L << 20);

    /** The common limit. Verification needs about three times the size of a file; the smallest heap is 384 MiB. */
    static final long COMMON_LIMIT = 2 * MOST_BYTES;

    /** Smaller requests ignore the common limit. */
    private static final int SMALL = 64 << 10;

    private final AtomicLong held = new AtomicLong();

    @Override
    public MultiPartProperties getContext(Class<?> type) {
        return new MultiPartProperties().bufferThreshold(MultiPartProperties.BUFFER_THRESHOLD_MEMORY_ONLY);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean safe = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        MediaType type = request.getMediaType();
        if (type != null && (type.isWildcardType() || type.isWildcardSubtype())) {
            throw new NotSupportedException(); // a wildcard would match a form here and a file in a resource
        }
        String encoding = request.getHeaderString("Content-Encoding"); // gzip and deflate are decoded before
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new NotSupportedException();
        }
        if (safe || MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
            return;
        }
        if (request.getLength() > MOST_BYTES) {
            throw tooLarge();
        }
        if (request.getLength() > SMALL && held.get() + request.getLength() > COMMON_LIMIT) {
            throw overloaded();
        }
        Bounded body = new Bounded(request.getEntityStream(), held);
        request.setEntityStream(body);
        RequestEnd.then(request, body::release);
    }

    private static ProblemException tooLarge() {
        return new ProblemException(ProblemType.TOO_LARGE, "A request has at most 19 MiB.");
    }

    private static ProblemException overloaded() {
        return new ProblemException(ProblemType.OVERLOADED, "Many files are being judged. Try again in a moment.");
    }

    /** Enforces both limits while reading, whatever Content-Length says. */
    private static final class Bounded extends FilterInputStream {
        private final AtomicLong held;
        private long taken;

        Bounded(InputStream in, AtomicLong held) {
            super(in);
            this.held = held;
        }

        @Override
        public int read() throws IOException {
            int read = decoded(super::read);
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = decoded(() -> super.read(bytes, from, length));
            count(Math.max(read, 0));
            return read;
        }

        /** The server decompresses while the body is read, and wraps what goes wrong there. */
        private static int decoded(Read read) throws IOException {
            try {
                return read.read();
            } catch (RuntimeException e) {
                if (e.getCause() instanceof ZipException) {
                    throw new ProblemException(
                            ProblemType.INVALID_INPUT, "The body is not in the encoding that Content-Encoding names.");
                }
                throw e;
            }
        }

        private interface Read {
            int read() throws IOException;
        }

        private void count(int read) {
            taken += read;
            long all = held.addAndGet(read);
            if (taken > MOST_BYTES) {
                throw tooLarge();
            }
            if (taken > SMALL && all > COMMON_LIMIT) {
                throw overloaded();
            }
        }

        void release() {
            held.addAndGet(-taken);
            taken = 0;
        }
    }
}
