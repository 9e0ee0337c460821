package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A presentation that contains the credential (VC Data Model 2.0, 4.13). Nothing in it is proven.
 *
 * @param document the presentation; for a JWS the payload or its {@code vp} claim; not to be changed
 * @param jws the enclosing JWS, if any
 */
public record Presentation(ObjectNode document, Optional<CompactJws> jws) {
    /** Whether the presentation has a proof or a JWS of its own. */
    public boolean isSigned() {
        return jws.isPresent() || document.has("proof");
    }

    /** The stated holder: {@code holder}, else {@code iss}, else the controller of the verification method. */
    public Optional<String> holder() {
        return Stream.of(named(), issuer(), controller())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The {@code holder} property: an id, or an object with an id. */
    public Optional<String> named() {
        JsonNode holder = document.path("holder");
        return Optional.ofNullable(holder.isObject() ? holder.path("id").textValue() : holder.textValue());
    }

    private Optional<String> issuer() {
        return jws.map(token -> token.payload().path("iss").textValue());
    }

    private Optional<String> controller() {
        return method().filter(name -> name.indexOf(':') > 0)
                .map(name -> name.indexOf('#') < 0 ? name : name.substring(0, name.indexOf('#')));
    }

    private Optional<String> method() {
        if (jws.isPresent()) {
            return jws.map(token -> token.header().path("kid").textValue());
        }
        List<JsonNode> proofs = ParsedCredential.each(document.path("proof"));
        JsonNode method =
                proofs.isEmpty() ? document.missingNode() : proofs.get(0).path("verificationMethod");
        return Optional.ofNullable(method.isObject() ? method.path("id").textValue() : method.textValue());
    }
}
