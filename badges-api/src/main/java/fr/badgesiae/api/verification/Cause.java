package fr.badgesiae.api.verification;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.VerificationReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a submission was not read as a badge, where a heading of its own helps people more than the general one. */
public enum Cause {
    EMPTY(ReasonCode.FORMAT_EMPTY),
    NO_CODE(ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE, ReasonCode.FORMAT_QR_UNREADABLE),
    CODE_ELSEWHERE(ReasonCode.FORMAT_QR_WITHOUT_BADGE),
    DAMAGED(ReasonCode.FORMAT_IMAGE_UNREADABLE, ReasonCode.FORMAT_BAKED_BADGE_BROKEN),
    /** Every reason that names a format which this version, or this build, does not examine. */
    UNSUPPORTED(
            ReasonCode.FORMAT_IMAGE_TYPE_NOT_EXAMINED,
            ReasonCode.FORMAT_FILE_TYPE_NOT_EXAMINED,
            ReasonCode.FORMAT_ENVELOPE_TYPE_NOT_EXAMINED,
            ReasonCode.FORMAT_SD_JWT_NOT_EXAMINED,
            ReasonCode.FORMAT_NOT_EXAMINED_BY_THIS_BUILD),
    TOO_LARGE(ReasonCode.FORMAT_TOO_LARGE, ReasonCode.FORMAT_IMAGE_TOO_LARGE, ReasonCode.FORMAT_TOO_MANY_PIXELS),
    NOT_FETCHED(ReasonCode.FORMAT_NOT_FETCHED),
    WEB_PAGE(ReasonCode.FORMAT_PAGE_WITHOUT_BADGE, ReasonCode.FORMAT_WEB_PAGE);

    @SuppressWarnings("ImmutableEnumChecker") // a List.of; the checker sees only the interface
    private final List<ReasonCode> codes;

    Cause(ReasonCode first, ReasonCode... others) {
        this.codes = Stream.concat(Stream.of(first), Stream.of(others)).toList();
    }

    /** The cause of a report; empty where FORMAT passed, and where the general heading says it all. */
    static Optional<Cause> of(VerificationReport report) {
        Outcome outcome = report.check(CheckName.FORMAT).outcome();
        Reason reason = report.check(CheckName.FORMAT).reason();
        boolean read = outcome == Outcome.PASSED || outcome == Outcome.WARNING;
        for (Cause cause : values()) {
            if (!read && cause.codes.stream().anyMatch(code -> code.is(reason))) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    /** The last part of a message key. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
