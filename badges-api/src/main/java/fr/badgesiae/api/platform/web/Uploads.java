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
import org.glassfish.jersey.media.multipart.MultiPartProperties;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/**
 * Whatever is brought stays in memory, never in a temporary file, so that nothing of it is left behind; and it is bounded
 * for that: one by one, and over all that are being read or judged on this node. What does not fit is told to come back.
 * A slow sender holds no more room than it has sent.
 */
final class Uploads
        implements ContainerRequestFilter,
                ContextResolver<MultiPartProperties>,
                ApplicationEventListener,
                RequestEventListener {
    /** The largest file anybody may bring, and room for the form around it. */
    static final long MOST_BYTES = (16L << 20) + (3L << 20);

    /** A badge is held some three times over while it is judged: a quarter of the smallest heap, 384 MiB. */
    static final long ROOM = 2 * MOST_BYTES;

    /** Below this nobody is turned away. */
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
            throw new NotSupportedException(); // it would pass for a form here and for a file elsewhere
        }
        if (safe || MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
            return;
        }
        if (request.getLength() > MOST_BYTES) {
            throw tooLarge();
        }
        if (request.getLength() > SMALL && held.get() + request.getLength() > ROOM) {
            throw noRoom();
        }
        Bounded body = new Bounded(request.getEntityStream(), held);
        request.setProperty(Bounded.class.getName(), body);
        request.setEntityStream(body);
    }

    @Override
    public void onEvent(ApplicationEvent event) {
        // only requests are of interest
    }

    @Override
    public RequestEventListener onRequest(RequestEvent event) {
        return this;
    }

    /** Answered, refused or broken off: its bytes are let go. */
    @Override
    public void onEvent(RequestEvent event) {
        if (event.getType() == RequestEvent.Type.FINISHED
                && event.getContainerRequest().getProperty(Bounded.class.getName()) instanceof Bounded body) {
            body.release();
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(ProblemType.TOO_LARGE, "A request has at most 19 MiB.");
    }

    private static ProblemException noRoom() {
        return new ProblemException(ProblemType.UNAVAILABLE, "Many files are being judged. Try again in a moment.");
    }

    /** Refuses to hand on more than a request may have, or than there is room for, whatever length was announced. */
    private static final class Bounded extends FilterInputStream {
        private final AtomicLong held;
        private long taken;

        Bounded(InputStream in, AtomicLong held) {
            super(in);
            this.held = held;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            taken += read;
            long all = held.addAndGet(read);
            if (taken > MOST_BYTES) {
                throw tooLarge();
            }
            if (taken > SMALL && all > ROOM) {
                throw noRoom();
            }
        }

        void release() {
            held.addAndGet(-taken);
            taken = 0;
        }
    }
}
