package fr.badgesiae.api.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.ComposeCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.platform.FrenchTime;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;

/** Shows an offer before it is made: the text for the worker, and the credential that accepting it would sign. */
public final class PreviewOffer {
    private final Database database;
    private final Offers offers;
    private final ComposeCredential compose;
    private final Ids ids;
    private final Clock clock;

    PreviewOffer(Platform platform, Offers offers, ComposeCredential compose) {
        this.database = platform.database();
        this.ids = platform.ids();
        this.clock = platform.clock();
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
     */
    public record Previewed(String workerName, ObjectNode credential, boolean sheetMissing) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.previewed(this);
        }
    }

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
    public Outcome apply(OrganisationId organisation, OfferRequest request) {
        Offers.Draft draft =
                database.inOrganisation(organisation, handle -> offers.draft(handle, organisation, request));
        if (!draft.errors().isEmpty()) {
            return new Refused(draft.errors());
        }
        return new Previewed(
                draft.person().fullName(),
                compose.preview(statement(organisation, draft)),
                draft.person().noticeGivenOn() == null);
    }

    private AwardStatement statement(OrganisationId organisation, Offers.Draft draft) {
        return new AwardStatement(
                ids.uuid(),
                organisation,
                draft.person().id(),
                draft.person().subject(),
                draft.achievement(),
                draft.request().narrative(),
                draft.request().evidence(),
                FrenchTime.today(clock),
                NameChoice.FIRST_AND_INITIAL,
                draft.person().shortName(),
                !draft.request().evidence().isEmpty(),
                ids.uuid());
    }
}
