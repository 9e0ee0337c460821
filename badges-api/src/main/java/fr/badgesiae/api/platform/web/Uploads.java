package fr.badgesiae.api.platform.web;

import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.glassfish.jersey.media.multipart.MultiPartProperties;

/**
 * Forms with files stay in memory, never in a temporary file, so that nothing of an upload is left behind; and they are
 * bounded for that.
 */
final class Uploads implements ContainerRequestFilter, ContextResolver<MultiPartProperties> {
    /** The largest file anybody may bring, and room for the form around it. */
    static final long MOST_BYTES = (16L << 20) + (3L << 20);

    @Override
    public MultiPartProperties getContext(Class<?> type) {
        return new MultiPartProperties().bufferThreshold(MultiPartProperties.BUFFER_THRESHOLD_MEMORY_ONLY);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType())) {
            return;
        }
        if (request.getLength() > MOST_BYTES) {
            throw tooLarge();
        }
        request.setEntityStream(new Bounded(request.getEntityStream()));
    }

    private static ProblemException tooLarge() {
        return new ProblemException(ProblemType.TOO_LARGE, "A form with a file has at most 19 MiB.");
    }

    /** Refuses to hand on more than a form may have, whatever length was announced. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
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
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
