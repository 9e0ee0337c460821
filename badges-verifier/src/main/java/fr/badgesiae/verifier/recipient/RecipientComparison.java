package fr.badgesiae.verifier.recipient;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The result of RECIPIENT, from the identities of a badge that are of the kind that the policy names.
 *
 * <p>Plain values are compared after composition (NFC), with single blanks and one form of apostrophe and hyphen. A name in
 * another case, order, with other accents or hyphens, and an e-mail address in another case, are a WARNING; any other plain
 * value FAILS. A hash is compared with the likely spellings of the known value ({@link Spellings}). A hash of none of them is
 * INCONCLUSIVE: it may be of a spelling that was not tried. Results hold no part of an identity: it is personal data.
 */
public final class RecipientComparison {
    private RecipientComparison() {}

    /** @param identities those of the badge that are of the kind of the known recipient */
    public static CheckResult run(VerificationContext context, Function<KnownRecipient, List<Identity>> identities) {
        String asked = context.policy().recipient();
        if (asked == null) {
            return answer(Outcome.NOT_APPLICABLE, ReasonCode.RECIPIENT_NOT_ASKED.with());
        }
        Optional<KnownRecipient> known = KnownRecipient.parse(asked);
        if (known.isEmpty()) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_POLICY_MALFORMED.with());
        }
        String kind = known.get().kind();
        return identities.apply(known.get()).stream()
                .map(known.get()::compare)
                .min(Match.BEST)
                .map(best -> told(best, kind))
                .orElseGet(() -> answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_NOT_NAMED.with(kind)));
    }

    private static CheckResult told(Match match, String kind) {
        return switch (match.degree()) {
            case SAME -> answer(Outcome.PASSED, ReasonCode.RECIPIENT_MATCHES.with(kind));
            case OTHER_SPELLING ->
                answer(Outcome.WARNING, ReasonCode.RECIPIENT_OTHER_SPELLING.with(kind, words(match)));
            case HASH_NOT_MATCHED -> answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_HASH_NOT_MATCHED.with(kind));
            case HASH_UNKNOWN -> answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_HASH_UNKNOWN.with());
            case OTHER -> answer(Outcome.FAILED, ReasonCode.RECIPIENT_DIFFERS.with(kind));
        };
    }

    /** The differences, such as {@code CASE+ORDER}. */
    private static String words(Match match) {
        return match.differences().stream().map(Enum::name).collect(Collectors.joining("+"));
    }

    private static CheckResult answer(Outcome outcome, Reason reason) {
        return Check.answer(CheckName.RECIPIENT, outcome, reason);
    }
}
