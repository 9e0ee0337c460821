package fr.badgesiae.verifier.recipient;

import fr.badgesiae.verifier.codec.IdentityHash;
import fr.badgesiae.verifier.recipient.Match.Degree;
import fr.badgesiae.verifier.recipient.Spellings.Spelling;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The person that the policy names.
 *
 * @param kind as the policy writes it: {@code email}, {@code name}, {@code id} or an identity type
 * @param value the identifier
 * @param spellings compared with hashes, in order
 */
public record KnownRecipient(String kind, String value, List<Spelling> spellings) {
    private static final Set<String> EMAILS = Set.of("email", "emailAddress");
    private static final Set<String> EXACT = Set.of("id", "url");

    /** From {@code kind=value}; empty when it has another form. */
    static Optional<KnownRecipient> parse(String known) {
        int equals = known.indexOf('=');
        if (equals < 1 || equals == known.length() - 1) {
            return Optional.empty();
        }
        String kind = known.substring(0, equals);
        String value = known.substring(equals + 1);
        return Optional.of(of(kind, value));
    }

    /** @param kind as the policy writes it */
    public static KnownRecipient of(String kind, String value) {
        return new KnownRecipient(kind, value, spellings(kind, value));
    }

    private static List<Spelling> spellings(String kind, String value) {
        if (EMAILS.contains(kind)) {
            return Spellings.ofEmail(value);
        }
        return switch (kind) {
            case "name" -> Spellings.ofName(value);
            case "telephone" -> Spellings.ofTelephone(value);
            default -> Spellings.ofIdentifier(value);
        };
    }

    /** Whether it is an e-mail address. */
    public boolean isEmail() {
        return EMAILS.contains(kind);
    }

    /** Whether an identity is of this value in some likely spelling, or is a hash of an unknown algorithm. */
    public boolean mayBe(Identity identity) {
        Degree degree = compare(identity).degree();
        return degree != Degree.OTHER && degree != Degree.HASH_NOT_MATCHED;
    }

    Match compare(Identity identity) {
        Optional<IdentityHash> hash = identity.hash();
        Match plain = plain(identity.held());
        if (plain.degree() != Degree.OTHER || (hash.isEmpty() && !identity.hashed())) {
            return plain;
        }
        return hash.map(known -> hashed(known, identity.salt())).orElseGet(() -> Match.of(Degree.HASH_UNKNOWN));
    }

    private Match hashed(IdentityHash hash, String salt) {
        return spellings.stream()
                .filter(spelling -> hash.matches(spelling.text(), salt))
                .findFirst()
                .map(spelling -> Match.spelt(spelling.differences()))
                .orElseGet(() -> Match.of(Degree.HASH_NOT_MATCHED));
    }

    private Match plain(String held) {
        if (EXACT.contains(kind)) {
            return Match.of(value.equals(held) ? Degree.SAME : Degree.OTHER);
        }
        String one = Letters.normal(value);
        String other = Letters.normal(held);
        if (one.equals(other)) {
            return Match.of(Degree.SAME);
        }
        if (kind.equals("name")) {
            return PlainNames.between(value, held).map(Match::spelt).orElseGet(() -> Match.of(Degree.OTHER));
        }
        if (kind.equals("telephone") && Spellings.digits(value).equals(Spellings.digits(held))) {
            return Match.of(Degree.SAME);
        }
        boolean caseOnly = isEmail() && Letters.folded(one).equals(Letters.folded(other));
        return caseOnly ? Match.spelt(EnumSet.of(Difference.CASE)) : Match.of(Degree.OTHER);
    }
}
