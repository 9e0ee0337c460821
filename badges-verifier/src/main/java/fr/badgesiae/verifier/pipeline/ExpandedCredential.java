package fr.badgesiae.verifier.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.JsonLd;

/**
 * The JSON-LD expansion of a credential without its proof, computed once for CONTEXT and PROOF.
 *
 * @param expansion in safe mode
 */
public record ExpandedCredential(Expansion expansion) {
    public static ExpandedCredential of(VerificationContext context, JsonLd jsonLd) {
        return context.shared(ExpandedCredential.class, () -> {
            // A shallow copy: the members are shared and never changed.
            ObjectNode document = context.credential().document();
            ObjectNode unsecured = document.objectNode().setAll(document);
            unsecured.remove("proof");
            return new ExpandedCredential(jsonLd.expand(unsecured));
        });
    }
}
