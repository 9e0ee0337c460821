package fr.badgesiae.verifier.http;

import fr.badgesiae.verifier.FetchResult.Failure;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/** The kinds of failure by status (RFC 9110, 15) and by exception. */
final class FailureKinds {
    private FailureKinds() {}

    /**
     * Of a status without a document.
     *
     * @return BAD_STATUS where a later request may have another answer: a server in trouble (5xx), a time-out (408), a request
     *     too early (425) or one too many (429), a cache that answers a condition nobody made (304)
     */
    static Failure of(int status) {
        return switch (status) {
            case 401, 403 -> Failure.ACCESS_DENIED;
            case 404 -> Failure.NOT_FOUND;
            case 410 -> Failure.GONE;
            case 304, 408, 425, 429 -> Failure.BAD_STATUS;
            default -> status >= 300 && status < 500 ? Failure.REFUSED_BY_SERVER : Failure.BAD_STATUS;
        };
    }

    /** Of an exchange that broke. */
    static Failure of(Exception e) {
        if (e instanceof SSLException) {
            return Failure.NOT_SECURE;
        }
        if (e instanceof SocketTimeoutException) {
            return Failure.DEADLINE;
        }
        boolean refused =
                e instanceof ConnectException && String.valueOf(e.getMessage()).contains("refused");
        return refused ? Failure.CONNECTION_REFUSED : Failure.UNREACHABLE;
    }
}
