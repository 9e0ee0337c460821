package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.read.CredentialReader;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.Reading;
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
record Endorsement(String of, String endorsed, JsonNode value) {

    /** Every endorsement of the credential, of its achievement and of the profiles in it, in that order. */
    static List<Endorsement> in(ParsedCredential credential) {
        List<Endorsement> found = new ArrayList<>();
        collect("credential", credential.document(), found);
        collect("issuer", credential.document().path("issuer"), found);
        for (JsonNode subject : ParsedCredential.each(credential.document().path("credentialSubject"))) {
            collect("achievement", subject.path("achievement"), found);
            collect("creator", subject.path("achievement").path("creator"), found);
            collect("source", subject.path("source"), found);
        }
        return found;
    }

    private static void collect(String of, JsonNode thing, List<Endorsement> found) {
        String id = thing.path("id").textValue();
        for (String member : List.of("endorsement", "endorsementJwt")) {
            ParsedCredential.each(thing.path(member)).forEach(value -> found.add(new Endorsement(of, id, value)));
        }
    }

    /** It read as a credential of its own. */
    Reading read() {
        String text = value.isTextual() ? value.textValue() : value.toString();
        Reading reading = CredentialReader.read(text.getBytes(StandardCharsets.UTF_8));
        String source = "endorsement of " + of;
        if (reading.credential().map(ParsedCredential::isOb2).orElse(false)) {
            // An assertion of Open Badges 2.0 is judged by rules that know no endorsement.
            Reason reason = ReasonCode.FORMAT_NOT_A_CREDENTIAL.with();
            return new Reading(reading.kind(), source, Optional.empty(), Outcome.FAILED, reason, reading.findings());
        }
        return new Reading(
                reading.kind(), source, reading.credential(), reading.outcome(), reading.reason(), reading.findings());
    }
}
