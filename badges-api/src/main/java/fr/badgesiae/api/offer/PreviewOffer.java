package fr.badgesiae.api.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.ComposeCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Shows an offer before it is made: the text for the worker, and the credential that accepting it would sign. */
public final class PreviewOffer {
    private final Database database;
    private final Organisations organisations;
    private final Offers offers;
    private final ComposeCredential compose;
    private final Ids ids;
    private final Clock clock;

    PreviewOffer(Platform platform, Organisations organisations, Offers offers, ComposeCredential compose) {
        this.database = platform.database();
        this.ids = platform.ids();
        this.clock = platform.clock();
        this.organisations = organisations;
        this.offers = offers;
        this.compose = compose;
    }

    /** The answer to a request. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /**
     * The words have no errors.
     *
     * @param credential unsigned, with the choices proposed to the holder
     * @param sheetMissing whether the person was not given the information sheet
     * @param twin an offer of the same badge to the same person, or null
     * @param town of the organisation, or empty
     */
    public record Previewed(
            String workerName,
            String town,
            ObjectNode credential,
            boolean sheetMissing,
            @Nullable Twin twin) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.previewed(this);
        }
    }

    /**
     * An offer that is open, or led to a badge in force.
     *
     * @param since when it was made first, as the list of offers says
     */
    public record Twin(OfferId offer, boolean accepted, Instant since) {}

    /** The words of the request have errors. */
    public record Refused(Errors errors) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(errors);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T previewed(Previewed preview);

        T refused(Errors errors);
    }

    /**
     * Reads a request; nothing is written.
     *
     * @throws ProblemException PAUSED while the organisation may not offer; NOT_FOUND for a person or a badge of another
     *     organisation
     */
    public Outcome apply(Principal by, OfferRequest request) {
        Read read = database.inOrganisation(by.organisation(), handle -> {
            Offers.Draft draft = offers.draft(handle, by.organisation(), request);
            String town = organisations
                    .find(handle, by.organisation())
                    .map(OrganisationProfile::town)
                    .orElse("");
            return new Read(draft, twin(handle, draft), town);
        });
        Offers.Draft draft = read.draft();
        if (!draft.errors().isEmpty()) {
            return new Refused(draft.errors());
        }
        return new Previewed(
                draft.person().fullName(),
                read.town(),
                compose.preview(statement(by, draft)),
                draft.person().noticeGivenOn() == null,
                read.twin());
    }

    private record Read(Offers.Draft draft, @Nullable Twin twin, String town) {}

    private @Nullable Twin twin(Handle handle, Offers.Draft draft) {
        return handle.attach(OfferDao.class)
                .twin(
                        draft.person().organisation().value(),
                        draft.person().id().value(),
                        draft.achievement().achievement().value(),
                        clock.instant())
                .map(row -> new Twin(new OfferId(row.id()), row.state() == OfferState.ACCEPTED, row.createdAt()))
                .orElse(null);
    }

    private AwardStatement statement(Principal by, Offers.Draft draft) {
        return new AwardStatement(
                ids.uuid(),
                by.organisation(),
                draft.person().id(),
                draft.person().subject(),
                draft.achievement(),
                draft.request().narrative(),
                draft.request().evidence(),
                by.zone().today(clock),
                NameChoice.FIRST_AND_INITIAL,
                draft.person().shortName(),
                !draft.request().evidence().isEmpty(),
                ids.uuid(),
                null);
    }
}
