package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.JsonLd;

/**
 * A credential without its proof, read as JSON-LD once for CONTEXT and PROOF.
 *
 * @param expansion in safe mode
 */
record ExpandedCredential(Expansion expansion) {
    static ExpandedCredential of(Judgement judgement, JsonLd jsonLd) {
        return judgement.shared(ExpandedCredential.class, () -> {
            // A shallow copy: the members are shared and nobody changes them.
            ObjectNode document = judgement.credential().document();
            ObjectNode unsecured = document.objectNode().setAll(document);
            unsecured.remove("proof");
            return new ExpandedCredential(jsonLd.expand(unsecured));
        });
    }
}
