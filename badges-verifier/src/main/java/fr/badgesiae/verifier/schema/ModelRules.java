package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.jsonld.Iris;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the data models ask of a credential and their JSON Schemas do not say. */
public final class ModelRules {
    private ModelRules() {}

    /** The first rule that is broken: where, and what is wrong there; never a value. */
    public static Optional<String> broken(ParsedCredential credential, boolean rdfSigned) {
        // Where RDF is signed, an id that is no address is in none: CONTEXT says so.
        Optional<String> id = rdfSigned ? Optional.empty() : ids(credential);
        return id.or(() -> related(ParsedCredential.each(credential.document().path("relatedResource"))));
    }

    /** VC Data Model 2.0, 4.4: an id is a URL; OB 3.0 C: a URI. */
    private static Optional<String> address(String where, JsonNode thing) {
        JsonNode id = thing.path("id");
        return id.isTextual() && !Iris.isAbsolute(id.textValue()) ? Optional.of(where + " format") : Optional.empty();
    }

    private static Optional<String> ids(ParsedCredential credential) {
        return address("/id", credential.document())
                .or(() -> address("/issuer/id", credential.document().path("issuer")))
                .or(() -> subjects(credential));
    }

    private static Optional<String> subjects(ParsedCredential credential) {
        for (JsonNode subject : ParsedCredential.each(credential.document().path("credentialSubject"))) {
            Optional<String> wrong = address("/credentialSubject/id", subject)
                    .or(() -> address("/credentialSubject/achievement/id", subject.path("achievement")));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    /** VC Data Model 2.0, 5.3: each has an id that no other has, and a digest. */
    private static Optional<String> related(List<JsonNode> resources) {
        Set<String> ids = new HashSet<>();
        for (JsonNode resource : resources) {
            String id = resource.path("id").asText("");
            if (!Iris.isAbsolute(id)) {
                return Optional.of("/relatedResource required id");
            }
            if (!ids.add(id)) {
                return Optional.of("/relatedResource uniqueItems");
            }
            if (!resource.has("digestSRI") && !resource.has("digestMultibase")) {
                return Optional.of("/relatedResource required digestSRI");
            }
        }
        return Optional.empty();
    }
}
