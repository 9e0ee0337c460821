package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Whether the badge is about whom the caller knows: {@code id=} against the subject's id, any other kind against the
 * {@code IdentityObject} of that identityType, plain or hashed (OB 3.0, B.1.15). Findings hold none of it: it is personal.
 */
public final class RecipientCheck implements Check {
    @Override
    public CheckName name() {
        return CheckName.RECIPIENT;
    }

    @Override
    public CheckResult run(Judgement judgement) {
        String known = judgement.policy().recipient();
        if (known == null) {
            return answer(Outcome.NOT_APPLICABLE, ReasonCode.RECIPIENT_NOT_ASKED.with());
        }
        int equals = known.indexOf('=');
        if (equals < 1 || equals == known.length() - 1) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_POLICY_MALFORMED.with());
        }
        String kind = known.substring(0, equals);
        String value = known.substring(equals + 1);
        JsonNode subject = judgement.credential().subject();
        return kind.equals("id") ? byId(value, subject) : byIdentity(kind, value, subject);
    }

    private static CheckResult byId(String value, JsonNode subject) {
        String id = subject.path("id").textValue();
        return id == null ? notNamed("id") : compared(id.equals(value), "id");
    }

    private static CheckResult byIdentity(String kind, String value, JsonNode subject) {
        boolean email = kind.equals("email") || kind.equals("emailAddress");
        String type = email ? "emailAddress" : kind;
        List<JsonNode> identities = ParsedCredential.each(subject.path("identifier")).stream()
                .filter(identity -> type.equals(identity.path("identityType").textValue()))
                .toList();
        String id = subject.path("id").asText("");
        if (email && id.startsWith("mailto:")) {
            return compared(plain(id.substring("mailto:".length()), value, true), kind);
        }
        if (identities.isEmpty()) {
            return notNamed(kind);
        }
        boolean unknownHash = false;
        for (JsonNode identity : identities) {
            String held = identity.path("identityHash").asText("");
            if (!identity.path("hashed").asBoolean(false)) {
                if (plain(held, value, email)) {
                    return compared(true, kind);
                }
            } else if (algorithm(held) == null) {
                unknownHash = true;
            } else if (hashed(held, value, identity.path("salt").asText(""))) {
                return compared(true, kind);
            }
        }
        return unknownHash
                ? answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_HASH_UNKNOWN.with())
                : compared(false, kind);
    }

    /** Same text once composed and with single blanks; case counts for nothing in an e-mail address. */
    private static boolean plain(String held, String value, boolean ignoreCase) {
        String one = normal(held);
        String other = normal(value);
        return ignoreCase ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    /** The salt is appended before hashing; e-mail addresses are met in lower case too (OB 2.0, IdentityHash). */
    private static boolean hashed(String held, String value, String salt) {
        String hex = held.substring(held.indexOf('$') + 1).toLowerCase(Locale.ROOT);
        return List.of(value, normal(value), normal(value).toLowerCase(Locale.ROOT)).stream()
                .anyMatch(candidate -> hex.equals(digest(algorithm(held), candidate + salt)));
    }

    private static String algorithm(String held) {
        if (held.startsWith("sha256$")) {
            return "SHA-256";
        }
        return held.startsWith("md5$") ? "MD5" : null;
    }

    private static String digest(String algorithm, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static CheckResult compared(boolean same, String kind) {
        return same
                ? answer(Outcome.PASSED, ReasonCode.RECIPIENT_MATCHES.with(kind))
                : answer(Outcome.FAILED, ReasonCode.RECIPIENT_DIFFERS.with(kind));
    }

    private static CheckResult notNamed(String kind) {
        return answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_NOT_NAMED.with(kind));
    }

    private static CheckResult answer(Outcome outcome, Reason reason) {
        return Check.answer(CheckName.RECIPIENT, outcome, reason);
    }
}
