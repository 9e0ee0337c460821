package fr.badgesiae.api.claim.slip;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.Offers;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.FormOwner;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Finds the page that asks for the PIN of an offer, so that an interrupted claim needs no code typed again. */
public final class FindSlipPath {
    private final Database database;
    private final Offers offers;

    public FindSlipPath(Database database, Offers offers) {
        this.database = database;
        this.offers = offers;
    }

    /** The path; empty when the slip is closed, or when the form was no claim's. */
    public Optional<String> apply(FormOwner owner) {
        return Optional.ofNullable(owner.organisation())
                .map(OrganisationId::new)
                .flatMap(organisation -> database.inOrganisation(
                        organisation, handle -> offers.slipCode(handle, organisation, new OfferId(owner.id()))))
                .map(code -> "/claim/" + code.grouped());
    }
}
