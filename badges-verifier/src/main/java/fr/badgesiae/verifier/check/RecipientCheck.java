package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.IdentityHash;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the badge is about whom the caller knows: {@code id=} against the subject's id, any other kind against every
 * {@code IdentityObject} of that identityType, plain or hashed (OB 3.0, B.1.15), of every subject. Findings hold none of it: it
 * is personal.
 *
 * <p>Plain values are the same once composed (NFC), with single blanks and one form of apostrophe and hyphen; case counts for
 * nothing in names and e-mail addresses. Names that are the same only without their accents are a WARNING. Hashes are compared
 * with the value as given, composed, and in lower case.
 */
public final class RecipientCheck implements Check {
    private static final Set<String> CASELESS = Set.of("emailAddress", "name");

    /** How near a held identifier is to what the caller knows, from the best. */
    private enum Match {
        SAME,
        BUT_FOR_ACCENTS,
        HASH_UNKNOWN,
        OTHER
    }

    @Override
    public CheckName name() {
        return CheckName.RECIPIENT;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        String known = context.policy().recipient();
        if (known == null) {
            return answer(Outcome.NOT_APPLICABLE, ReasonCode.RECIPIENT_NOT_ASKED.with());
        }
        int equals = known.indexOf('=');
        if (equals < 1 || equals == known.length() - 1) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_POLICY_MALFORMED.with());
        }
        String kind = known.substring(0, equals);
        String value = known.substring(equals + 1);
        List<Match> matches = new ArrayList<>();
        for (JsonNode subject :
                ParsedCredential.each(context.credential().document().path("credentialSubject"))) {
            collect(kind, value, subject, matches);
        }
        return matches.stream()
                .min(Comparator.naturalOrder())
                .map(best -> told(best, kind))
                .orElseGet(() -> answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_NOT_NAMED.with(kind)));
    }

    private static void collect(String kind, String value, JsonNode subject, List<Match> matches) {
        String id = subject.path("id").textValue();
        if (kind.equals("id")) {
            if (id != null) {
                matches.add(id.equals(value) ? Match.SAME : Match.OTHER);
            }
            return;
        }
        String type = kind.equals("email") ? "emailAddress" : kind;
        if (type.equals("emailAddress") && id != null && id.startsWith("mailto:")) {
            matches.add(plain(type, id.substring("mailto:".length()), value));
        }
        ParsedCredential.each(subject.path("identifier")).stream()
                .filter(identity -> type.equals(identity.path("identityType").textValue()))
                .forEach(identity -> matches.add(compare(type, identity, value)));
    }

    private static Match compare(String type, JsonNode identity, String value) {
        String held = identity.path("identityHash").asText("");
        if (!identity.path("hashed").asBoolean(false)) {
            return plain(type, held, value);
        }
        String salt = identity.path("salt").asText("");
        return IdentityHash.of(held)
                .map(hash -> hashed(hash, value, salt) ? Match.SAME : Match.OTHER)
                .orElse(Match.HASH_UNKNOWN);
    }

    private static Match plain(String type, String held, String value) {
        boolean caseless = CASELESS.contains(type);
        String one = caseless ? folded(held) : normal(held);
        String other = caseless ? folded(value) : normal(value);
        if (one.equals(other)) {
            return Match.SAME;
        }
        return type.equals("name") && bare(one).equals(bare(other)) ? Match.BUT_FOR_ACCENTS : Match.OTHER;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\u2018\u2019\u02BC]", "'")
                .replaceAll("[\u2010\u2011]", "-")
                .replaceAll("[\\s\u00A0\u202F\u2009]+", " ")
                .strip();
    }

    /** Without case: upper case first, as ß and ẞ, ς and σ meet there only. */
    private static String folded(String text) {
        return normal(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Without accents, and with ligatures written out. */
    private static String bare(String folded) {
        String letters =
                folded.replace("œ", "oe").replace("æ", "ae").replace("ø", "o").replace("ł", "l");
        return Normalizer.normalize(letters, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
    }

    private static boolean hashed(IdentityHash hash, String value, String salt) {
        String composed =
                Normalizer.normalize(value, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        return List.of(value, composed, composed.toLowerCase(Locale.ROOT)).stream()
                .anyMatch(candidate -> hash.matches(candidate, salt));
    }

    private static CheckResult told(Match match, String kind) {
        return switch (match) {
            case SAME -> answer(Outcome.PASSED, ReasonCode.RECIPIENT_MATCHES.with(kind));
            case BUT_FOR_ACCENTS -> answer(Outcome.WARNING, ReasonCode.RECIPIENT_MATCHES_BUT_FOR_ACCENTS.with(kind));
            case HASH_UNKNOWN -> answer(Outcome.INCONCLUSIVE, ReasonCode.RECIPIENT_HASH_UNKNOWN.with());
            case OTHER -> answer(Outcome.FAILED, ReasonCode.RECIPIENT_DIFFERS.with(kind));
        };
    }

    private static CheckResult answer(Outcome outcome, Reason reason) {
        return Check.answer(CheckName.RECIPIENT, outcome, reason);
    }
}
