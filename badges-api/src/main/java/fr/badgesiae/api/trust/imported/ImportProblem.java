package fr.badgesiae.api.trust.imported;

import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.trust.TrustListReader;

/** Reasons why a fetch brings no list that counts. */
public enum ImportProblem {
    /** No answer, or none in time. */
    UNREACHABLE,
    /** Not a public https address. */
    REFUSED_ADDRESS,
    /** The server answers, but without a document. */
    NO_LIST,
    TOO_LARGE,
    MALFORMED,
    WRONG_SIGNER,
    NOT_SIGNED,
    SIGNER_UNREACHABLE,
    NOT_YET,
    LAPSED,
    LIVES_TOO_LONG,
    OUTDATED;

    static ImportProblem of(FetchResult.Failure failure) {
        return switch (failure) {
            case OFFLINE, UNREACHABLE, HOST_UNKNOWN, CONNECTION_REFUSED, NOT_SECURE -> UNREACHABLE;
            case TOO_MANY_FETCHES, DEADLINE -> UNREACHABLE;
            case REFUSED_ADDRESS -> REFUSED_ADDRESS;
            case NOT_FOUND, GONE, BAD_STATUS, REFUSED_BY_SERVER, ACCESS_DENIED -> NO_LIST;
            case TOO_MANY_REDIRECTS, REDIRECT_LEAVES_ORIGIN -> NO_LIST;
            case TOO_LARGE -> TOO_LARGE;
        };
    }

    static ImportProblem of(TrustListReader.Problem problem) {
        return switch (problem) {
            case MALFORMED -> MALFORMED;
            case TOO_LARGE -> TOO_LARGE;
            case WRONG_SIGNER -> WRONG_SIGNER;
            case NOT_SIGNED -> NOT_SIGNED;
            case SIGNER_UNREACHABLE -> SIGNER_UNREACHABLE;
            case NOT_YET -> NOT_YET;
            case LAPSED -> LAPSED;
            case LIVES_TOO_LONG -> LIVES_TOO_LONG;
            case OUTDATED -> OUTDATED;
        };
    }
}
