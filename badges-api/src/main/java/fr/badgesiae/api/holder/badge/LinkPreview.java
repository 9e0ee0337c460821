package fr.badgesiae.api.holder.badge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.credential.NameChoice;
import org.jspecify.annotations.Nullable;

/** What a link would serve of a badge, before it exists: the accepted badge with another name and evidence, unsigned. */
final class LinkPreview {
    private static final JsonMapper JSON = new JsonMapper();

    private LinkPreview() {}

    /**
     * The badge in this choice.
     *
     * @param document the accepted badge as released
     * @param choices what can be chosen of it
     * @return JSON without a proof
     */
    static String of(String document, ShareChoices choices, NameChoice name, boolean evidence) {
        try {
            ObjectNode badge = (ObjectNode) JSON.readTree(document);
            badge.remove("proof");
            badge.remove("evidence");
            if (evidence && !choices.evidence().isEmpty()) {
                ObjectNode seen = badge.putArray("evidence").addObject();
                seen.putArray("type").add("Evidence");
                seen.put("narrative", choices.evidence());
            }
            name((ObjectNode) badge.path("credentialSubject"), name.of(choices.shortName(), choices.fullName()));
            return JSON.writeValueAsString(badge);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a released badge does not read back", e);
        }
    }

    private static void name(ObjectNode subject, @Nullable String name) {
        subject.remove("identifier");
        if (name != null) {
            subject.putArray("identifier")
                    .addObject()
                    .put("type", "IdentityObject")
                    .put("hashed", false)
                    .put("identityHash", name)
                    .put("identityType", "name");
        }
    }
}
