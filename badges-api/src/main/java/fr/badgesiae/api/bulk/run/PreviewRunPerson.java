package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.offer.PreviewOffer;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Shows the credential that one person of a draft would be offered, as it is shown before an offer to one person. */
public final class PreviewRunPerson {
    private final Database database;
    private final AwardRuns runs;
    private final PreviewOffer preview;

    PreviewRunPerson(Database database, AwardRuns runs, PreviewOffer preview) {
        this.database = database;
        this.runs = runs;
        this.preview = preview;
    }

    /** The run and what it would offer to this person. */
    public record Previewed(AwardRun run, RunPerson person, PreviewOffer.Outcome outcome) {}

    /**
     * One person of a run.
     *
     * @throws ProblemException NOT_FOUND for a run of another organisation, and for who is not in it; PAUSED while the
     *     organisation may not offer
     */
    public Previewed apply(Principal by, AwardRunId id, PersonId person) {
        Chosen chosen = database.inOrganisation(
                by.organisation(),
                handle -> new Chosen(
                        runs.require(handle, Reach.of(by), id),
                        runs.person(handle, Reach.of(by), id, person).orElseThrow(ProblemException::notFound)));
        OfferRequest request = chosen.person().request(chosen.run());
        return new Previewed(chosen.run(), chosen.person(), preview.apply(by, request));
    }

    private record Chosen(AwardRun run, RunPerson person) {}
}
