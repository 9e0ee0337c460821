package fr.badgesiae.verifier.ob2.graph;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.codec.IdentityHash;
import fr.badgesiae.verifier.ob2.form.NormalForm;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.recipient.Identity;
import fr.badgesiae.verifier.recipient.KnownRecipient;
import java.util.Locale;
import java.util.Optional;

/**
 * The recipient of a copy against the published one, both IdentityObjects. Issuers change salts, algorithms and spellings; a
 * hash hides whose it is, so that two of them differ for certain only with one algorithm and one salt.
 */
enum CopiedRecipient {
    SAME,
    /** Written in another way, or in ways that cannot be compared. */
    WRITTEN_OTHERWISE,
    /** Somebody else. */
    SOMEBODY_ELSE;

    static CopiedRecipient of(JsonNode copy, JsonNode published) {
        if (NormalForm.canonical(copy).equals(NormalForm.canonical(published))) {
            return SAME;
        }
        String one = copy.path("identity").asText("");
        String other = published.path("identity").asText("");
        if (one.isEmpty() || other.isEmpty()) {
            return WRITTEN_OTHERWISE;
        }
        CopiedRecipient identity;
        if (isHashed(copy) && isHashed(published)) {
            identity = hashes(one, salt(copy), other, salt(published));
        } else if (isHashed(copy)) {
            identity = hash(published, copy);
        } else {
            identity = isHashed(published) ? hash(copy, published) : plain(one, other);
        }
        boolean oneType = copy.path("type").equals(published.path("type"));
        return identity == SAME && !oneType ? WRITTEN_OTHERWISE : identity;
    }

    private static CopiedRecipient plain(String one, String other) {
        if (one.equals(other)) {
            return SAME;
        }
        return one.equalsIgnoreCase(other) ? WRITTEN_OTHERWISE : SOMEBODY_ELSE;
    }

    private static CopiedRecipient hashes(String one, String salt, String other, String otherSalt) {
        Optional<IdentityHash> first = IdentityHash.of(one);
        Optional<IdentityHash> second = IdentityHash.of(other);
        if (!salt.equals(otherSalt)) {
            return WRITTEN_OTHERWISE;
        }
        if (first.isEmpty() || second.isEmpty()) {
            return one.equals(other) ? SAME : WRITTEN_OTHERWISE;
        }
        if (!first.get().algorithm().equals(second.get().algorithm())) {
            return WRITTEN_OTHERWISE;
        }
        return first.get().hex().equals(second.get().hex()) ? SAME : SOMEBODY_ELSE;
    }

    /** A plain identity and the hash of one. */
    private static CopiedRecipient hash(JsonNode plain, JsonNode hashed) {
        String identity = plain.path("identity").asText();
        String hash = hashed.path("identity").asText();
        String salt = salt(hashed);
        boolean same = IdentityHash.of(hash)
                .filter(known ->
                        known.matches(identity, salt) || known.matches(identity.toLowerCase(Locale.ROOT), salt))
                .isPresent();
        if (same) {
            return SAME;
        }
        String type = ParsedCredential.strings(plain.path("type")).stream()
                .findFirst()
                .orElse("");
        return KnownRecipient.of(type, identity).mayBe(new Identity(hash, true, salt))
                ? WRITTEN_OTHERWISE
                : SOMEBODY_ELSE;
    }

    private static String salt(JsonNode recipient) {
        return recipient.path("salt").asText("");
    }

    /** A value of the form of a hash is one even where the recipient does not say so. */
    private static boolean isHashed(JsonNode recipient) {
        return recipient.path("hashed").asBoolean(false)
                || IdentityHash.of(recipient.path("identity").asText()).isPresent();
    }
}
