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
import fr.badgesiae.verifier.read.CompactJws;
import fr.badgesiae.verifier.read.TokenReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads signed lists of vetted issuers (docs/trust-list.md): format, signature, dates and sequence number. Stateless: the
 * caller keeps the sequence number. Thread-safe.
 */
public final class TrustListReader {
    static final int MAX_BYTES = 4 << 20;
    private static final Duration AHEAD = Duration.ofSeconds(60);

    private final Crypto crypto = Crypto.best();
    private final PublicKeys keys = new PublicKeys(crypto);

    /**
     * What the reader expects of a list.
     *
     * @param signer the pinned DID, the only accepted signer
     * @param at the instant of verification
     * @param seen the sequence number of the last accepted list, or 0; the same number is accepted again
     * @param allowLoopback whether http and loopback hosts are accepted in did:web (demonstration and tests)
     */
    public record Pinned(String signer, Instant at, long seen, boolean allowLoopback) {}

    /** The reason of a refusal. */
    public enum Problem {
        /** Not a compact JWS, or with missing or wrong claims, type or entries. */
        MALFORMED,
        TOO_LARGE,
        /** Not signed by the pinned DID. */
        WRONG_SIGNER,
        /** Modified, or signed by a key that the signer does not list for assertion. */
        NOT_SIGNED,
        /** The signer's keys are unreachable. */
        SIGNER_UNREACHABLE,
        /** Issued in the future. */
        NOT_YET,
        LAPSED,
        /** Expires more than seven days after its issue. */
        LIVES_TOO_LONG,
        /** Older than the last accepted list. */
        OUTDATED
    }

    /** The result of reading. */
    public sealed interface Answer {}

    /** Valid until it expires. */
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
            return verify(compact, pinned, fetcher);
        } catch (RefusedException e) {
            return e.refused;
        } catch (UnreadableException | IllegalArgumentException | DateTimeException e) {
            return new Refused(Problem.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private Answer verify(byte[] compact, Pinned pinned, Fetcher fetcher) throws UnreadableException {
        refuse(compact.length > MAX_BYTES, Problem.TOO_LARGE, "more than " + MAX_BYTES + " bytes");
        CompactJws token = TokenReader.read(compact, MAX_BYTES);
        refuse(token.signature().toString().isEmpty(), Problem.MALFORMED, "no signature");
        ObjectNode header = token.header();
        ObjectNode claims = token.payload();
        refuse(!TrustListWriter.TYPE.equals(header.path("typ").asText()), Problem.MALFORMED, "not of our type");
        String issuer = claims.path("iss").asText();
        refuse(!issuer.equals(pinned.signer()), Problem.WRONG_SIGNER, issuer);
        checkTimes(claims, pinned);
        checkSignature(
                new JwsProof.Secured(header, claims, subject(issuer), issuer, token.signingInput(), token.signature()),
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

    /** A minimal document: the signature check reads only the issuer. */
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

    /** Ends the reading with a refusal. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refused refused;

        RefusedException(Refused refused) {
            super(refused.detail(), null, false, false);
            this.refused = refused;
        }
    }
}
