package fr.badgesiae.api.platform.problem;

import fr.badgesiae.api.platform.MalformedIdException;
import java.io.EOFException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.jspecify.annotations.Nullable;

/**
 * A failure that libraries report as theirs and that the sender of the request caused. It is answered as a problem of the
 * request and never logged with its stack: it says nothing about the service, and anybody could fill the log.
 */
enum SenderFault {
    /** The connection ended, or nothing more came, or too slowly, before the request was whole. */
    BROKEN_OFF(ProblemType.INVALID_INPUT, "The request ended before it was whole. Send it again."),
    /** A character set that does not exist. */
    CHARSET(ProblemType.UNSUPPORTED_MEDIA_TYPE, "This character set is unknown. Send the text in UTF-8."),
    /** A body that is not compressed as its header says. */
    COMPRESSION(ProblemType.INVALID_INPUT, "The body is not compressed as Content-Encoding says."),
    /** A header that does not follow its grammar. */
    HEADER(ProblemType.INVALID_INPUT, "A header of the request is malformed."),
    /** A value that only the choices of a page should send. */
    ID(ProblemType.INVALID_INPUT, "A value is no id. Open the page again and choose from its lists."),
    /** U+0000 or bytes that are no text: PostgreSQL stores neither. */
    CHARACTER(ProblemType.INVALID_INPUT, "A text has a character that cannot be stored. Type it again.");

    /** Causes of causes, to be safe from cycles. */
    private static final int DEEPEST = 20;

    /** {@code character_not_in_repertoire} and {@code untranslatable_character}. */
    private static final String UNSTORABLE = "22021|22P05";

    private final ProblemType type;
    private final String detail;

    SenderFault(ProblemType type, String detail) {
        this.type = type;
        this.detail = detail;
    }

    ProblemType type() {
        return type;
    }

    /** What to do; without any value of the request. */
    String detail() {
        return detail;
    }

    /**
     * The fault behind a failure; empty when the service itself failed. A connection to the database ends with the same
     * exceptions as one of a client: behind a failure of SQL only a text can be the sender's.
     */
    static Optional<SenderFault> of(Throwable failure) {
        boolean ofDatabase = causes(failure).anyMatch(SQLException.class::isInstance);
        return causes(failure)
                .map(SenderFault::named)
                .filter(Objects::nonNull)
                .filter(fault -> !ofDatabase || fault == CHARACTER)
                .findFirst();
    }

    /** A failure and its causes, outermost first. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    private static @Nullable SenderFault named(Throwable cause) {
        if (cause instanceof EOFException || cause instanceof EofException || isIdle(cause) || isSlow(cause)) {
            return BROKEN_OFF;
        }
        if (cause instanceof UnsupportedCharsetException || cause instanceof IllegalCharsetNameException) {
            return CHARSET;
        }
        if (cause instanceof ZipException) {
            return COMPRESSION;
        }
        if (cause instanceof HeaderValueException) {
            return HEADER;
        }
        if (cause instanceof MalformedIdException) {
            return ID;
        }
        return cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().matches(UNSTORABLE)
                ? CHARACTER
                : null;
    }

    /** Jetty gives up a body that comes below the least rate. */
    private static boolean isSlow(Throwable cause) {
        return cause instanceof HttpException refused && refused.getCode() == HttpStatus.REQUEST_TIMEOUT_408;
    }

    /** Jetty ends a connection that is silent for too long. */
    private static boolean isIdle(Throwable cause) {
        return cause instanceof TimeoutException
                && String.valueOf(cause.getMessage()).startsWith("Idle timeout");
    }
}
