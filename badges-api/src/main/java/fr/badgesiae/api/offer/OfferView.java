package fr.badgesiae.api.offer;

import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.Optional;

/** Decides what the page of an offer shows and what it lets a counsellor do now. */
final class OfferView {
    private final Platform platform;
    private final Credentials credentials;

    OfferView(Platform platform, Credentials credentials) {
        this.platform = platform;
        this.credentials = credentials;
    }

    OfferPages.Detail page(Principal by, Offer offer) {
        OfferState state = offer.stateAt(platform.clock().instant());
        Optional<IssuedCredential> badge = platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> credentials.ofOffer(
                                handle, by.organisation(), offer.id().value()));
        boolean unfinished = state == OfferState.ACCEPTED && offer.slipOpens();
        return new OfferPages.Detail(
                offer,
                state,
                badge.map(found -> "/app/credentials/" + found.id()).orElse(null),
                badge.map(found -> !found.released()).orElse(false),
                unfinished,
                new OfferPages.Detail.Acts(
                        offer.slipPrints() && (state == OfferState.OFFERED || unfinished),
                        state == OfferState.OFFERED || state == OfferState.EXPIRED || unfinished,
                        state == OfferState.DISPUTED || state == OfferState.OFFERED,
                        state == OfferState.OFFERED || state == OfferState.DISPUTED,
                        state == OfferState.OFFERED));
    }
}
