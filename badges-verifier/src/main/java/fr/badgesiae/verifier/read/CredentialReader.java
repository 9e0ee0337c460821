package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.DataUrl;
import fr.badgesiae.verifier.codec.Sha256;
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
        ReadResult reading = read(bytes, 0);
        boolean wrapped = reading.kind() == InputKind.PRESENTATION || reading.kind() == InputKind.ENVELOPED;
        return wrapped ? reading.with(findings(bytes)) : reading;
    }

    /** @param depth the number of enclosing presentations and envelopes */
    static ReadResult read(byte[] bytes, int depth) {
        if (bytes.length > JsonReader.MAX_BYTES) {
            return ReadResult.inconclusive(
                    InputKind.UNKNOWN, ReasonCode.FORMAT_TOO_LARGE.with(Integer.toString(JsonReader.MAX_BYTES)));
        }
        try {
            Optional<ObjectNode> plain =
                    bytes.length > 0 && bytes[0] == '{' ? JsonReader.plain(bytes) : Optional.empty();
            return plain.isPresent()
                    ? json(plain.get(), bytes, depth)
                    : text(JsonReader.text(bytes).strip(), bytes, depth);
        } catch (UnreadableException e) {
            return unreadable(InputKind.UNKNOWN, e);
        }
    }

    private static ReadResult text(String text, byte[] bytes, int depth) throws UnreadableException {
        if (text.startsWith("{")) {
            return json(JsonReader.object(text), bytes, depth);
        }
        if (DataUrl.looksLike(text)) {
            return EnvelopeReader.envelope(text, depth);
        }
        if (JwsReader.looksLike(text)) {
            try {
                return jws(JwsReader.read(text), bytes, depth);
            } catch (UnreadableException e) {
                return unreadable(InputKind.OB3_JWT, e);
            }
        }
        if (text.contains("~") && JwsReader.looksLike(text.substring(0, text.indexOf('~')))) {
            return ReadResult.inconclusive(InputKind.SD_JWT, ReasonCode.FORMAT_SD_JWT_NOT_EXAMINED.with());
        }
        boolean jwsLike = text.startsWith("ey") && text.indexOf('.') > 0;
        return jwsLike
                ? ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_A_JWS.with())
                : ReadResult.failed(InputKind.UNKNOWN, notAnObject(text).reason());
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

    static ReadResult json(ObjectNode document, byte[] bytes, int depth) {
        List<String> types = ParsedCredential.strings(document.path("type"));
        if (types.contains("VerifiablePresentation")) {
            return EnvelopeReader.presentation(new Presentation(document, Optional.empty()), depth);
        }
        if (types.contains("EnvelopedVerifiableCredential") || types.contains("EnvelopedVerifiablePresentation")) {
            return EnvelopeReader.envelope(document.path("id").asText(), depth);
        }
        if (isCredential(document, types)) {
            return ReadResult.of(new ParsedCredential(InputKind.OB3_JSON, document, Optional.empty()), findings(bytes));
        }
        if (AssertionDetector.isAssertion(document)) {
            InputKind kind = AssertionDetector.isVersion1(document) ? InputKind.OB1_JSON : InputKind.OB2_JSON;
            return ReadResult.of(new ParsedCredential(kind, document, Optional.empty()), findings(bytes));
        }
        return ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_A_CREDENTIAL.with());
    }

    private static ReadResult jws(CompactJws jws, byte[] bytes, int depth) {
        ObjectNode document = JwsReader.credential(jws.payload());
        List<String> types = ParsedCredential.strings(document.path("type"));
        if (jws.payload().path("vp") instanceof ObjectNode presentation) {
            return EnvelopeReader.presentation(new Presentation(presentation, Optional.of(jws)), depth);
        }
        if (types.contains("VerifiablePresentation")) {
            return EnvelopeReader.presentation(new Presentation(document, Optional.of(jws)), depth);
        }
        if (isCredential(document, types)) {
            ParsedCredential credential = new ParsedCredential(InputKind.OB3_JWT, document, Optional.of(jws));
            return ReadResult.of(credential, findings(bytes));
        }
        if (AssertionDetector.statesContent(jws.payload())) {
            InputKind kind = AssertionDetector.isVersion1(jws.payload()) ? InputKind.OB1_JWS : InputKind.OB2_JWS;
            return ReadResult.of(new ParsedCredential(kind, jws.payload(), Optional.of(jws)), findings(bytes));
        }
        return ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_A_CREDENTIAL.with());
    }

    /** Lenient: a defective credential fails in the check of its defect. */
    private static boolean isCredential(ObjectNode document, List<String> types) {
        return document.has("credentialSubject")
                || types.stream().anyMatch(type -> type.endsWith("Credential"))
                || (hasContext(document) && !types.contains("VerifiablePresentation"));
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
