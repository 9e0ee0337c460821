package fr.badgesiae.api.offer;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.offer.renewal.Renewals;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Offers a badge to a worker. An offer is not a credential: it can be cancelled, sent again, and it ends. */
public final class OfferBadge {
    private final Database database;
    private final Offers offers;
    private final Slips slips;
    private final Ids ids;
    private final Clock clock;

    OfferBadge(Platform platform, Offers offers, Slips slips) {
        this.database = platform.database();
        this.ids = platform.ids();
        this.clock = platform.clock();
        this.offers = offers;
        this.slips = slips;
    }

    /** The answer to a request. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /** The offer is made. */
    public record Offered(OfferId offer) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.offered(offer);
        }
    }

    /** The words of the request have errors; nothing is written. */
    public record Refused(Errors errors) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(errors);
        }
    }

    /** The person was not given the information sheet; nothing is written. */
    public record SheetMissing() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.sheetMissing();
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T offered(OfferId offer);

        T refused(Errors errors);

        T sheetMissing();
    }

    /**
     * Makes the offer and its slip.
     *
     * @throws ProblemException PAUSED while the organisation may not offer; NOT_FOUND for a person or a badge of another
     *     organisation
     */
    public Outcome apply(OrganisationId organisation, AccountId by, OfferRequest request) {
        return apply(organisation, by, request, null);
    }

    /**
     * The same for an offer that renews a badge.
     *
     * @param renewed a badge in force of the same person, of the same badge; null for one that renews none
     */
    public Outcome apply(
            OrganisationId organisation, AccountId by, OfferRequest request, @Nullable CredentialId renewed) {
        OfferId id = new OfferId(ids.uuid());
        SlipSecrets secrets = slips.draw(id.value());
        return database.inOrganisation(organisation, handle -> {
            Optional<UUID> award = renewed == null
                    ? Optional.empty()
                    : Renewals.award(
                            handle, organisation, renewed, request.person(), request.version(), null, clock.instant());
            if (renewed != null && award.isEmpty()) {
                return new Refused(Errors.of("", "award.error.renews"));
            }
            Outcome outcome = offers.make(handle, organisation, by, request, id, secrets);
            if (outcome instanceof Offered) {
                award.ifPresent(one -> Renewals.record(handle, organisation, id.value(), one));
            }
            return outcome;
        });
    }
}
