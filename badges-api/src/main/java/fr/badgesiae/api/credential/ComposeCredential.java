package fr.badgesiae.api.credential;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the unsigned Open Badges 3.0 credential of a statement. */
public final class ComposeCredential {
    ComposeCredential() {}

    /** Exactly what would be signed, with marks where the id, the status index and the date of signing will stand. */
    @SuppressWarnings("DoNotCallSuggester")
    public ObjectNode preview(AwardStatement statement) {
        throw new UnsupportedOperationException(statement.offerId().toString());
    }
}
