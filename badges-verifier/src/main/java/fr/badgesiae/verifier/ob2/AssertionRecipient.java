package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.IdentityHash;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * RECIPIENT of Open Badges 2.0: the IdentityObject, plain or hashed with its salt, against the expected recipient (ob-2.0
 * IdentityObject, IdentityHash). Findings contain none of it: it is personal data.
 */
public final class AssertionRecipient implements Check {
    @Override
    public CheckName name() {
        return CheckName.RECIPIENT;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        String known = context.policy().recipient();
        if (known == null) {
            return answer(Outcome.NOT_APPLICABLE, ReasonCode.RECIPIENT_NOT_ASKED);
        }
        int equals = known.indexOf('=');
        if (equals < 1 || equals == known.length() - 1) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_POLICY_MALFORMED);
        }
        String kind = known.substring(0, equals);
        JsonNode recipient = BadgeGraph.of(context).assertion().path("recipient");
        String type = recipient.path("type").asText("");
        if (!type.equals(kind.equals("emailAddress") ? "email" : kind)) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_NOT_NAMED, kind);
        }
        return compare(recipient, kind, spellings(type, known.substring(equals + 1)));
    }

    private static CheckResult compare(JsonNode recipient, String kind, Set<String> spellings) {
        String identity = recipient.path("identity").asText("");
        if (!recipient.path("hashed").asBoolean(false)) {
            boolean same = spellings(recipient.path("type").asText(""), identity).stream()
                    .anyMatch(spellings::contains);
            return compared(same, kind);
        }
        Optional<IdentityHash> hash = IdentityHash.of(identity);
        if (hash.isEmpty()) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_HASH_UNKNOWN);
        }
        String salt = recipient.path("salt").asText("");
        return compared(spellings.stream().anyMatch(value -> hash.get().matches(value, salt)), kind);
    }

    /** The value as given and, where case or punctuation are insignificant, without them. */
    private static Set<String> spellings(String type, String value) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(value);
        spellings.add(value.strip());
        if (type.equals("email")) {
            spellings.add(value.strip().toLowerCase(Locale.ROOT));
        } else if (type.equals("telephone")) {
            spellings.add(value.replaceAll("[\\s().-]", ""));
        }
        return spellings;
    }

    private static CheckResult compared(boolean same, String kind) {
        return same
                ? answer(Outcome.PASSED, ReasonCode.RECIPIENT_MATCHES, kind)
                : answer(Outcome.FAILED, ReasonCode.RECIPIENT_DIFFERS, kind);
    }

    private static CheckResult answer(Outcome outcome, ReasonCode code, String... arguments) {
        return Check.answer(CheckName.RECIPIENT, outcome, code.with(arguments));
    }
}
