package fr.badgesiae.verifier.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.proof.IssuerKeyVerifier;
import fr.badgesiae.verifier.proof.JwsProof;
import fr.badgesiae.verifier.proof.ProofResult;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads signed lists of known issuers (docs/trust-list.md): the form, who signed, when, and whether it is newer than the last
 * one. Keeps nothing: the caller remembers the sequence number. Thread-safe.
 */
public final class TrustListReader {
    static final int MAX_BYTES = 4 << 20;
    private static final Duration AHEAD = Duration.ofSeconds(60);
    private static final Pattern COMPACT = Pattern.compile("([\\w-]+)\\.([\\w-]+)\\.([\\w-]+)");

    private final Crypto crypto = Crypto.best();
    private final PublicKeys keys = new PublicKeys(crypto);

    /**
     * What the reader of a list knows beforehand.
     *
     * @param signer the DID that was pinned: the only one whose list counts
     * @param at the instant to judge at
     * @param seen the sequence number of the last list accepted from this signer, or 0; the same one again is accepted
     * @param allowLoopback whether http and loopback are acceptable in did:web (demonstration and tests)
     */
    public record Pinned(String signer, Instant at, long seen, boolean allowLoopback) {}

    /** Why a list does not count. */
    public enum Problem {
        /** No compact JWS, no such claims, a wrong type, or an entry that is none. */
        MALFORMED,
        TOO_LARGE,
        /** Not by the DID that was pinned. */
        WRONG_SIGNER,
        /** Tampered with, or by a key that the signer does not list for assertion. */
        NOT_SIGNED,
        /** The signer's keys cannot be had now. */
        SIGNER_UNREACHABLE,
        /** Issued in the future. */
        NOT_YET,
        LAPSED,
        /** Expires later than seven days after it was issued. */
        LIVES_TOO_LONG,
        /** Older than the last one seen. */
        OUTDATED
    }

    /** What came of reading. */
    public sealed interface Answer {}

    /** The list counts until it expires. */
    public record Accepted(SignedTrustList list) implements Answer {}

    /** @param detail for a log */
    public record Refused(Problem problem, String detail) implements Answer {}

    /**
     * Reads a list; never throws on bad bytes.
     *
     * @param fetcher for the signer's DID document, when it is a did:web
     */
    public Answer read(byte[] compact, Pinned pinned, Fetcher fetcher) {
        try {
            return judge(compact, pinned, fetcher);
        } catch (RefusedException e) {
            return e.refused;
        } catch (UnreadableException | IllegalArgumentException | DateTimeException e) {
            return new Refused(Problem.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private Answer judge(byte[] compact, Pinned pinned, Fetcher fetcher) throws UnreadableException {
        refuse(compact.length > MAX_BYTES, Problem.TOO_LARGE, "more than " + MAX_BYTES + " bytes");
        var parts = COMPACT.matcher(new String(compact, StandardCharsets.ISO_8859_1).strip());
        refuse(!parts.matches(), Problem.MALFORMED, "not a compact JWS");
        ObjectNode header = JsonReader.object(decoded(parts.group(1)));
        ObjectNode claims = JsonReader.object(decoded(parts.group(2)));
        refuse(!TrustListWriter.TYPE.equals(header.path("typ").asText()), Problem.MALFORMED, "not of our type");
        String issuer = claims.path("iss").asText();
        refuse(!issuer.equals(pinned.signer()), Problem.WRONG_SIGNER, issuer);
        checkTimes(claims, pinned);
        byte[] input = (parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII);
        checkSignature(
                new JwsProof.Secured(header, claims, subject(issuer), issuer, input, decoded(parts.group(3))),
                pinned,
                fetcher);
        return new Accepted(new SignedTrustList(
                issuer, instant(claims, "iat"), instant(claims, "exp"), number(claims, "sequence"), entries(claims)));
    }

    private static void checkTimes(ObjectNode claims, Pinned pinned) {
        Instant issued = instant(claims, "iat");
        Instant expires = instant(claims, "exp");
        refuse(expires.isAfter(issued.plus(SignedTrustList.LONGEST)), Problem.LIVES_TOO_LONG, expires.toString());
        refuse(issued.isAfter(pinned.at().plus(AHEAD)), Problem.NOT_YET, issued.toString());
        refuse(!pinned.at().isBefore(expires), Problem.LAPSED, expires.toString());
        long sequence = number(claims, "sequence");
        refuse(sequence < pinned.seen(), Problem.OUTDATED, sequence + " after " + pinned.seen());
    }

    private void checkSignature(JwsProof.Secured jws, Pinned pinned, Fetcher fetcher) {
        KeyResolver resolver = new KeyResolver(keys, new IssuerDocuments(fetcher), pinned.allowLoopback());
        ProofResult result = new JwsProof().verify(jws, new IssuerKeyVerifier(crypto, resolver, pinned.at()));
        refuse(
                result.outcome() == Outcome.INCONCLUSIVE,
                Problem.SIGNER_UNREACHABLE,
                result.reason().code());
        refuse(
                result.outcome() != Outcome.PASSED,
                Problem.NOT_SIGNED,
                result.reason().code());
    }

    /** A list is no credential; what the signature needs of one is its issuer. */
    private static ObjectNode subject(String issuer) {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("issuer", issuer);
    }

    private static List<SignedTrustList.Entry> entries(ObjectNode claims) {
        JsonNode entries = claims.path("entries");
        refuse(!entries.isArray(), Problem.MALFORMED, "no entries");
        List<SignedTrustList.Entry> read = new ArrayList<>();
        for (JsonNode entry : entries) {
            read.add(new SignedTrustList.Entry(
                    text(entry, "id"),
                    text(entry, "name"),
                    entry.has("siret") ? text(entry, "siret") : null,
                    SignedTrustList.State.valueOf(text(entry, "state")),
                    LocalDate.parse(text(entry, "since"))));
        }
        return read;
    }

    /** Without padding and without stray bits, so that one list has one spelling (RFC 7515 2). */
    private static byte[] decoded(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        refuse(
                !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part),
                Problem.MALFORMED,
                "not base64url");
        return bytes;
    }

    private static String text(JsonNode node, String name) {
        refuse(!node.path(name).isTextual(), Problem.MALFORMED, "no text: " + name);
        return node.path(name).textValue();
    }

    private static Instant instant(ObjectNode claims, String name) {
        return Instant.ofEpochSecond(number(claims, name));
    }

    private static long number(ObjectNode claims, String name) {
        JsonNode value = claims.path(name);
        refuse(!value.isIntegralNumber() || !value.canConvertToLong(), Problem.MALFORMED, "no whole number: " + name);
        return value.longValue();
    }

    private static void refuse(boolean when, Problem problem, String detail) {
        if (when) {
            throw new RefusedException(new Refused(problem, detail));
        }
    }

    /** Carries a refusal out of the reading. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refused refused;

        RefusedException(Refused refused) {
            super(refused.detail(), null, false, false);
            this.refused = refused;
        }
    }
}
