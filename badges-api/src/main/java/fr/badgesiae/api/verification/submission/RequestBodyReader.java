package fr.badgesiae.api.verification.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.verifier.Submission;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a badge from a JSON object that only carries its address or its text. The first member name decides; the verifier
 * alone parses a badge.
 */
public final class RequestBodyReader {
    private static final String WRAPPER_TYPE = "application/json";
    private static final String ADDRESS = "url";
    private static final String TEXT = "text";

    /** A larger body is a badge. */
    private static final int LARGEST_WRAPPER = 1 << 20;

    /** A longer first name is neither of the two. */
    private static final int LONGEST_NAME = 64;

    private final JsonFactory json;

    public RequestBodyReader() {
        this(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(LARGEST_WRAPPER)
                        .build())
                .build());
    }

    RequestBodyReader(JsonFactory json) {
        this.json = json;
    }

    /**
     * The submission that a request body is.
     *
     * @param mediaType without parameters, or null
     * @throws ProblemException INVALID_INPUT for a {@code url} that is not absolute
     */
    public Submission read(byte[] body, @Nullable String mediaType) {
        Optional<Submission> wrapped =
                WRAPPER_TYPE.equals(mediaType) && body.length < LARGEST_WRAPPER ? wrapped(body) : Optional.empty();
        return wrapped.orElseGet(() -> new Submission.Bytes(body, mediaType, null));
    }

    /** The value of {@code url} or {@code text} where the object has that member alone. */
    private Optional<Submission> wrapped(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            String name = parser.nextToken() == JsonToken.START_OBJECT ? parser.nextFieldName() : null;
            if (!ADDRESS.equals(name) && !TEXT.equals(name)) {
                return Optional.empty();
            }
            String value = parser.nextTextValue();
            if (value == null || parser.nextToken() != JsonToken.END_OBJECT) {
                return Optional.empty();
            }
            return Optional.of(TEXT.equals(name) ? Submission.of(value) : address(value));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Submission address(String text) {
        return Submission.address(text)
                .orElseThrow(
                        () -> new ProblemException(ProblemType.INVALID_INPUT, "\"url\" is not an absolute address."));
    }
}
