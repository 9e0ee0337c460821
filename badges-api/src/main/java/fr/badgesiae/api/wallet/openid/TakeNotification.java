package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;

/** Keeps what a wallet tells of its copy last, for the page of the offer. It changes nothing else. */
final class TakeNotification {
    private final Database database;
    private final FindToken tokens;

    TakeNotification(Database database, FindToken tokens) {
        this.database = database;
        this.tokens = tokens;
    }

    /** @throws OpenidException for a bad token, another notification id and an unknown event */
    void apply(String token, ObjectNode body) {
        FindToken.Found offer = tokens.apply(token);
        if (!body.path("notification_id").isTextual()) {
            throw new OpenidException(OpenidError.INVALID_NOTIFICATION_REQUEST, "notification_id is required");
        }
        OpenidEvent event = OpenidEvent.of(body.path("event").asText())
                .orElseThrow(() ->
                        new OpenidException(OpenidError.INVALID_NOTIFICATION_REQUEST, "event is missing or unknown"));
        boolean known = offer.notification().equals(body.path("notification_id").textValue())
                && database.inHolder(
                                offer.holder(),
                                handle -> handle.attach(OpenidOfferDao.class)
                                        .told(offer.id(), offer.holder().value(), event))
                        == 1;
        if (!known) {
            throw new OpenidException(OpenidError.INVALID_NOTIFICATION_ID, "not an id of this token");
        }
    }
}
