package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An endorsement as a badge carries it.
 *
 * @param of what carries it: credential, issuer, achievement, creator or source
 * @param endorsed the id of what carries it, or null
 * @param value a JSON object with its own proof, or a compact JWS as text
 */
public record EmbeddedEndorsement(String of, String endorsed, JsonNode value) {

    /** Every endorsement of the credential, of its achievement and of the profiles in it, in that order. */
    public static List<EmbeddedEndorsement> in(ParsedCredential credential) {
        List<EmbeddedEndorsement> found = new ArrayList<>();
        collect("credential", credential.document(), found);
        collect("issuer", credential.document().path("issuer"), found);
        for (JsonNode subject : ParsedCredential.each(credential.document().path("credentialSubject"))) {
            collect("achievement", subject.path("achievement"), found);
            collect("creator", subject.path("achievement").path("creator"), found);
            collect("source", subject.path("source"), found);
        }
        return found;
    }

    private static void collect(String of, JsonNode thing, List<EmbeddedEndorsement> found) {
        String id = thing.path("id").textValue();
        for (String member : List.of("endorsement", "endorsementJwt")) {
            ParsedCredential.each(thing.path(member))
                    .forEach(value -> found.add(new EmbeddedEndorsement(of, id, value)));
        }
    }

    /** It read as a credential of its own. */
    public ReadResult read() {
        String text = value.isTextual() ? value.textValue() : value.toString();
        ReadResult reading = CredentialReader.read(text.getBytes(StandardCharsets.UTF_8));
        String source = "endorsement of " + of;
        if (reading.credential().map(ParsedCredential::isOb2).orElse(false)) {
            // An assertion of Open Badges 2.0 is judged by rules that know no endorsement.
            Reason reason = ReasonCode.FORMAT_NOT_A_CREDENTIAL.with();
            return new ReadResult(reading.kind(), source, Optional.empty(), Outcome.FAILED, reason, reading.findings());
        }
        return new ReadResult(
                reading.kind(), source, reading.credential(), reading.outcome(), reading.reason(), reading.findings());
    }
}
