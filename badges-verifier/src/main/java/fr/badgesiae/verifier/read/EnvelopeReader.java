package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.DataUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads credentials enveloped in a {@code data:} URL or contained in a presentation (VC Data Model 2.0, 4.12 and 4.13; VC
 * JOSE COSE 3.1; VC Data Model 1.1, 6.3.1). An inner credential is read like a bare one. Its presentations are kept, for
 * FORMAT to verify their signatures.
 */
final class EnvelopeReader {
    /** The most presentations and envelopes around a credential. */
    static final int MAX_DEPTH = 4;

    /** The most credentials in a presentation. */
    static final int MAX_CREDENTIALS = 32;

    private static final String ENVELOPE_SPEC = "vc-data-model-2.0 4.12";
    private static final String PRESENTATION_SPEC = "vc-data-model-2.0 4.13";
    private static final Set<String> BADGES = Set.of("OpenBadgeCredential", "AchievementCredential");
    private static final Set<String> READ = Set.of(
            "application/vc+jwt",
            "application/vp+jwt",
            "application/jwt",
            "application/vc-ld+jwt",
            "application/vp-ld+jwt",
            "application/vc+ld+json+jwt",
            "application/vp+ld+json+jwt",
            "application/vc+sd-jwt",
            "application/vc+ld+json+sd-jwt",
            "application/dc+sd-jwt",
            "application/vc",
            "application/vp",
            "application/vc+ld+json",
            "application/vp+ld+json",
            "application/vc+json",
            "application/ld+json",
            "application/json",
            "application/jose",
            "text/plain");

    private EnvelopeReader() {}

    /** Reads the content of a {@code data:} URL. */
    static ReadResult envelope(String url, int depth) {
        if (depth >= MAX_DEPTH) {
            return tooDeep(InputKind.ENVELOPED);
        }
        Optional<DataUrl> data = DataUrl.parse(url.strip());
        if (data.isEmpty()) {
            return ReadResult.failed(InputKind.ENVELOPED, ReasonCode.FORMAT_ENVELOPE_MALFORMED.with());
        }
        String type = data.get().mediaType();
        if (!READ.contains(type)) {
            return ReadResult.inconclusive(
                    InputKind.ENVELOPED, ReasonCode.FORMAT_ENVELOPE_TYPE_NOT_EXAMINED.with(shortened(type)));
        }
        return CredentialReader.read(data.get().bytes(), depth + 1)
                .inside(InputKind.ENVELOPED, new Finding("format.envelope", type, ENVELOPE_SPEC));
    }

    /** Reads the badge of a presentation; several badges are returned one by one. */
    static ReadResult presentation(Presentation presentation, int depth) {
        List<JsonNode> held = ParsedCredential.each(presentation.document().path("verifiableCredential"));
        if (depth >= MAX_DEPTH) {
            return tooDeep(InputKind.PRESENTATION);
        }
        if (held.isEmpty()) {
            return ReadResult.failed(InputKind.PRESENTATION, ReasonCode.FORMAT_PRESENTATION_EMPTY.with());
        }
        if (held.size() > MAX_CREDENTIALS) {
            return tooMany();
        }
        List<ReadResult> read = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            Finding which = new Finding(
                    "format.presentation",
                    "credential " + (i + 1) + " of " + held.size()
                            + (presentation.isSigned() ? ", signed" : ", not signed"),
                    PRESENTATION_SPEC);
            read.add(held(held.get(i), depth + 1).inside(InputKind.PRESENTATION, which));
        }
        return chosen(read).presentedIn(presentation);
    }

    private static ReadResult held(JsonNode credential, int depth) {
        if (credential instanceof ObjectNode object) {
            return CredentialReader.json(object, new byte[0], depth);
        }
        return credential.isTextual()
                ? CredentialReader.read(credential.textValue().getBytes(StandardCharsets.UTF_8), depth)
                : ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_NOT_A_CREDENTIAL.with());
    }

    /** The only credential, or the only one that may be a badge. */
    private static ReadResult chosen(List<ReadResult> read) {
        if (read.size() == 1) {
            return read.get(0);
        }
        List<ReadResult> badges = new ArrayList<>();
        for (ReadResult each : read) {
            if (!each.parts().isEmpty()) {
                badges.addAll(each.parts());
            } else if (mayBeABadge(each)) {
                badges.add(each);
            }
        }
        if (badges.isEmpty()) {
            return ReadResult.failed(
                    InputKind.PRESENTATION,
                    ReasonCode.FORMAT_PRESENTATION_WITHOUT_BADGE.with(Integer.toString(read.size())));
        }
        if (badges.size() > MAX_CREDENTIALS) {
            return tooMany();
        }
        return badges.size() == 1 ? badges.get(0) : ReadResult.several(badges);
    }

    /** Everything but a credential of another declared type. */
    private static boolean mayBeABadge(ReadResult reading) {
        if (reading.outcome() == Outcome.INCONCLUSIVE || reading.credential().isEmpty()) {
            return true;
        }
        ParsedCredential credential = reading.credential().get();
        boolean ob3 = credential.kind() == InputKind.OB3_JSON || credential.kind() == InputKind.OB3_JWT;
        return !ob3 || credential.types().stream().anyMatch(BADGES::contains);
    }

    private static ReadResult tooDeep(InputKind kind) {
        return ReadResult.inconclusive(kind, ReasonCode.FORMAT_WRAPPED_TOO_DEEP.with(Integer.toString(MAX_DEPTH)));
    }

    private static ReadResult tooMany() {
        return ReadResult.inconclusive(
                InputKind.PRESENTATION, ReasonCode.FORMAT_TOO_MANY_BADGES.with(Integer.toString(MAX_CREDENTIALS)));
    }

    private static String shortened(String type) {
        return type.length() > 100 ? type.substring(0, 100) : type;
    }
}
