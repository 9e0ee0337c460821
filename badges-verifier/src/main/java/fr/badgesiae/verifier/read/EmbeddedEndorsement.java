package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An endorsement embedded in a badge.
 *
 * @param of the endorsed part: credential, issuer, achievement, creator or source
 * @param endorsed the id of that part, or null
 * @param value a JSON object with its own proof, or a compact JWS as text
 */
public record EmbeddedEndorsement(String of, @Nullable String endorsed, JsonNode value) {

    /** The endorsements of the credential, of its achievement and of its profiles, in that order. */
    public static List<EmbeddedEndorsement> in(ParsedCredential credential) {
        List<EmbeddedEndorsement> found = new ArrayList<>();
        collect("credential", credential.document(), found);
        collect("issuer", credential.stated("issuer"), found);
        for (JsonNode subject : ParsedCredential.each(credential.document().path("credentialSubject"))) {
            JsonNode achievement = ParsedCredential.stated(subject.path("achievement"));
            collect("achievement", achievement, found);
            collect("creator", ParsedCredential.stated(achievement.path("creator")), found);
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

    /** Reads the endorsement as a credential of its own. */
    public ReadResult read() {
        String text = value.isTextual() ? value.textValue() : value.toString();
        ReadResult reading = CredentialReader.read(text.getBytes(StandardCharsets.UTF_8));
        String source = "endorsement of " + of;
        if (reading.credential().map(ParsedCredential::isOb2).orElse(false)) {
            // The rules of Open Badges 2.0 assertions do not cover endorsements.
            Reason reason = ReasonCode.FORMAT_NOT_A_CREDENTIAL.with();
            return new ReadResult(reading.kind(), source, Optional.empty(), Outcome.FAILED, reason, reading.findings());
        }
        return new ReadResult(
                reading.kind(), source, reading.credential(), reading.outcome(), reading.reason(), reading.findings());
    }
}
