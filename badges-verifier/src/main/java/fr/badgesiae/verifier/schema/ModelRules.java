package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.codec.DateTimeStamp;
import fr.badgesiae.verifier.jsonld.Iris;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules of the data models that their JSON Schemas do not express. */
public final class ModelRules {
    /** The credentials of a learner record, each with a report of its own. */
    private static final String HELD = "verifiableCredential";

    private ModelRules() {}

    /** The first violation: location and rule, never a value. */
    public static Optional<String> broken(ParsedCredential credential, boolean rdfSigned) {
        // Where RDF is signed, CONTEXT reports an id that is not an IRI.
        Optional<String> id = rdfSigned ? Optional.empty() : ids(credential);
        return id.or(() -> proofs(credential.document().path("proof")))
                .or(() -> related(ParsedCredential.each(credential.document().path("relatedResource"))))
                .or(() -> holdsNothing(credential.document()) ? empty(credential.document(), "") : Optional.empty());
    }

    /** Whether a member says nothing. Without its location, which most credentials do not need. */
    private static boolean holdsNothing(JsonNode node) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (holdsNothing(member.getValue())) {
                    return true;
                }
            }
            return false;
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                if (holdsNothing(item)) {
                    return true;
                }
            }
            return node.isEmpty();
        }
        return node.isNull();
    }

    /** The first member that says nothing: null or an empty array. The schemas leave unknown members alone. */
    private static Optional<String> empty(JsonNode node, String where) {
        if (node.isNull() || (node.isArray() && node.isEmpty())) {
            return Optional.of(where + (node.isNull() ? " type" : " minItems"));
        }
        int index = 0;
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            Optional<String> found = empty(item, where + "/" + index++);
            if (found.isPresent()) {
                return found;
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getKey().equals(HELD)) {
                continue;
            }
            Optional<String> found = empty(member.getValue(), where + "/" + member.getKey());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** An id is a URL (VC Data Model 2.0, 4.4) or URI (OB 3.0 C). */
    private static Optional<String> address(String where, JsonNode thing) {
        JsonNode id = ParsedCredential.stated(thing.path("id"));
        return id.isTextual() && !Iris.isAbsolute(id.textValue()) ? Optional.of(where + " format") : Optional.empty();
    }

    private static Optional<String> ids(ParsedCredential credential) {
        return address("/id", credential.document())
                .or(() -> address("/issuer/id", credential.stated("issuer")))
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

    /** The dates of proofs are date-times with a zone (VC Data Integrity 1.0, 2.1). */
    private static Optional<String> proofs(JsonNode proof) {
        int index = 0;
        for (JsonNode one : proof.isArray() ? proof : List.of(proof)) {
            String where = proof.isArray() ? "/proof/" + index++ : "/proof";
            for (String date : List.of("created", "expires")) {
                JsonNode stated = ParsedCredential.stated(one.path(date));
                if (!stated.isMissingNode()
                        && DateTimeStamp.parse(stated.textValue()).isEmpty()) {
                    return Optional.of(where + "/" + date + " format");
                }
            }
        }
        return Optional.empty();
    }

    /** Each resource has a unique id and a digest (VC Data Model 2.0, 5.3). */
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
