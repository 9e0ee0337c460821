package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.DataUrl;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.read.WrapperReader.Nesting;
import java.util.List;
import java.util.Optional;

/**
 * Reads a credential from JSON or a compact JWS, alone or inside a presentation or an envelope. Badges and status lists are
 * read alike.
 */
public final class CredentialReader {
    private CredentialReader() {}

    /** Reads JSON, a compact JWS, or a {@code data:} URL of either. */
    public static ReadResult read(byte[] bytes) {
        return whole(bytes, Nesting.referred());
    }

    /**
     * Reads a submission: also a list, the wrappers of wallets, mails and APIs, a token in quotes or over several lines, and
     * the credentials inside a learner record.
     */
    static ReadResult readSubmitted(byte[] bytes) {
        return whole(bytes, Nesting.submitted());
    }

    private static ReadResult whole(byte[] bytes, Nesting nesting) {
        ReadResult reading = read(bytes, nesting);
        boolean wrapped = switch (reading.kind()) {
            case PRESENTATION, ENVELOPED, WRAPPED -> true;
            default -> false;
        };
        return wrapped ? reading.with(findings(bytes)) : reading;
    }

    static ReadResult read(byte[] bytes, Nesting nesting) {
        if (bytes.length > JsonReader.MAX_BYTES) {
            return ReadResult.inconclusive(
                    InputKind.UNKNOWN, ReasonCode.FORMAT_TOO_LARGE.with(Integer.toString(JsonReader.MAX_BYTES)));
        }
        try {
            Optional<ObjectNode> plain =
                    bytes.length > 0 && bytes[0] == '{' ? JsonReader.plain(bytes) : Optional.empty();
            return plain.isPresent()
                    ? json(plain.get(), bytes, nesting)
                    : text(JsonReader.text(bytes).strip(), bytes, nesting);
        } catch (UnreadableException e) {
            return unreadable(InputKind.UNKNOWN, e);
        }
    }

    private static ReadResult text(String text, byte[] bytes, Nesting nesting) throws UnreadableException {
        if (text.startsWith("{")) {
            return json(JsonReader.object(text), bytes, nesting);
        }
        if (DataUrl.looksLike(text)) {
            return EnvelopeReader.envelope(text, nesting);
        }
        Optional<ReadResult> token = token(text, bytes, nesting);
        if (token.isPresent()) {
            return token.get();
        }
        if (nesting.opens() && (text.startsWith("[") || text.startsWith("\""))) {
            return WrapperReader.value(JsonReader.value(text), nesting);
        }
        boolean jwsLike = text.startsWith("ey") && text.indexOf('.') > 0;
        return jwsLike
                ? ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_A_JWS.with())
                : ReadResult.failed(InputKind.UNKNOWN, notAnObject(text).reason());
    }

    /** A token as written, or within quotes and broken by blanks, which its signature does not cover. */
    private static Optional<ReadResult> token(String text, byte[] bytes, Nesting nesting) {
        Optional<ReadResult> exact = compact(text, bytes, nesting);
        if (exact.isPresent() || !nesting.opens()) {
            return exact;
        }
        String joined = JwsReader.joined(text);
        return joined.equals(text)
                ? Optional.empty()
                : compact(joined, bytes, nesting)
                        .map(reading -> reading.with(List.of(new Finding(
                                "format.token", joined.length() + " characters without blanks and quotes", ""))));
    }

    private static Optional<ReadResult> compact(String text, byte[] bytes, Nesting nesting) {
        if (JwsReader.looksLike(text)) {
            try {
                return Optional.of(jws(JwsReader.read(text), bytes, nesting));
            } catch (UnreadableException e) {
                return Optional.of(unreadable(InputKind.OB3_JWT, e));
            }
        }
        boolean selective = text.contains("~") && JwsReader.looksLike(text.substring(0, text.indexOf('~')));
        return selective
                ? Optional.of(ReadResult.inconclusive(InputKind.SD_JWT, ReasonCode.FORMAT_SD_JWT_NOT_EXAMINED.with()))
                : Optional.empty();
    }

    private static UnreadableException notAnObject(String text) {
        try {
            JsonReader.object(text);
            return new UnreadableException(ReasonCode.FORMAT_NOT_AN_OBJECT.with(), false);
        } catch (UnreadableException e) {
            return e;
        }
    }

    private static ReadResult unreadable(InputKind kind, UnreadableException e) {
        return e.isLimit() ? ReadResult.inconclusive(kind, e.reason()) : ReadResult.failed(kind, e.reason());
    }

    static ReadResult json(ObjectNode document, byte[] bytes, Nesting nesting) {
        List<String> types = ParsedCredential.strings(document.path("type"));
        if (types.contains("VerifiablePresentation")) {
            return EnvelopeReader.presentation(new Presentation(document, Optional.empty()), nesting);
        }
        if (types.contains("EnvelopedVerifiableCredential") || types.contains("EnvelopedVerifiablePresentation")) {
            return EnvelopeReader.envelope(document.path("id").asText(), nesting);
        }
        boolean assertion = AssertionDetector.isAssertion(document);
        if (nesting.opens() && !statesACredential(document, types) && !assertion && WrapperReader.isWrapper(document)) {
            return WrapperReader.object(document, nesting);
        }
        if (isCredential(document, types)) {
            ParsedCredential credential = new ParsedCredential(InputKind.OB3_JSON, document, Optional.empty());
            return WrapperReader.record(ReadResult.of(credential, findings(bytes)), nesting);
        }
        if (assertion) {
            InputKind kind = AssertionDetector.isVersion1(document) ? InputKind.OB1_JSON : InputKind.OB2_JSON;
            return ReadResult.of(new ParsedCredential(kind, document, Optional.empty()), findings(bytes));
        }
        return ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_A_CREDENTIAL.with());
    }

    private static ReadResult jws(CompactJws jws, byte[] bytes, Nesting nesting) {
        ObjectNode document = JwsReader.credential(jws.payload());
        List<String> types = ParsedCredential.strings(document.path("type"));
        if (jws.payload().path("vp") instanceof ObjectNode presentation) {
            return EnvelopeReader.presentation(new Presentation(presentation, Optional.of(jws)), nesting);
        }
        if (types.contains("VerifiablePresentation")) {
            return EnvelopeReader.presentation(new Presentation(document, Optional.of(jws)), nesting);
        }
        if (isCredential(document, types)) {
            ParsedCredential credential = new ParsedCredential(InputKind.OB3_JWT, document, Optional.of(jws));
            return WrapperReader.record(ReadResult.of(credential, findings(bytes)), nesting);
        }
        if (AssertionDetector.statesContent(jws.payload())) {
            InputKind kind = AssertionDetector.isVersion1(jws.payload()) ? InputKind.OB1_JWS : InputKind.OB2_JWS;
            return ReadResult.of(new ParsedCredential(kind, jws.payload(), Optional.of(jws)), findings(bytes));
        }
        return ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_A_CREDENTIAL.with());
    }

    /** Lenient: a defective credential fails in the check of its defect. */
    private static boolean isCredential(ObjectNode document, List<String> types) {
        return statesACredential(document, types)
                || (hasContext(document) && !types.contains("VerifiablePresentation"));
    }

    /** A document with a subject or the type of a credential is never a wrapper. */
    private static boolean statesACredential(ObjectNode document, List<String> types) {
        return document.has("credentialSubject") || types.stream().anyMatch(type -> type.endsWith("Credential"));
    }

    private static boolean hasContext(ObjectNode document) {
        return ParsedCredential.strings(document.path("@context")).stream()
                .anyMatch(url -> url.startsWith("https://www.w3.org/ns/credentials/")
                        || url.startsWith("https://www.w3.org/2018/credentials/"));
    }

    private static List<Finding> findings(byte[] bytes) {
        return List.of(
                new Finding("format.length", Integer.toString(bytes.length), ""),
                new Finding("format.sha256", Sha256.hex(bytes), ""));
    }
}
