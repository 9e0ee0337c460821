package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.DataUrl;
import fr.badgesiae.verifier.read.WrapperReader.Nesting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads credentials enveloped in a {@code data:} URL or contained in a presentation (VC Data Model 2.0, 4.12 and 4.13; VC
 * JOSE COSE 3.1; VC Data Model 1.1, 6.3.1). An inner credential is read like a bare one. Its presentations are kept, for
 * FORMAT to verify their signatures.
 */
final class EnvelopeReader {
    private static final String ENVELOPE_SPEC = "vc-data-model-2.0 4.12";
    private static final String PRESENTATION_SPEC = "vc-data-model-2.0 4.13";
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
    static ReadResult envelope(String url, Nesting nesting) {
        if (nesting.isFull()) {
            return WrapperReader.tooDeep(InputKind.ENVELOPED);
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
        return CredentialReader.read(data.get().bytes(), nesting.inner())
                .inside(InputKind.ENVELOPED, new Finding("format.envelope", type, ENVELOPE_SPEC));
    }

    /** Reads the badge of a presentation; several badges are returned one by one. */
    static ReadResult presentation(Presentation presentation, Nesting nesting) {
        List<JsonNode> held = ParsedCredential.each(presentation.document().path("verifiableCredential"));
        Finding about = new Finding(
                "format.presentation", presentation.isSigned() ? ", signed" : ", not signed", PRESENTATION_SPEC);
        return WrapperReader.all(InputKind.PRESENTATION, held, about, nesting).presentedIn(presentation);
    }

    private static String shortened(String type) {
        return type.length() > 100 ? type.substring(0, 100) : type;
    }
}
