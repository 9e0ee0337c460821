package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.offer.PreviewOffer;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Shows the credential that one person of a draft would be offered, as it is shown before an offer to one person. */
public final class PreviewRunPerson {
    private final ShowRun show;
    private final PreviewOffer preview;

    PreviewRunPerson(ShowRun show, PreviewOffer preview) {
        this.show = show;
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
        ShowRun.Shown shown = show.apply(Reach.of(by), id);
        RunPerson chosen = shown.people().stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return new Previewed(shown.run(), chosen, preview.apply(by, chosen.request(shown.run())));
    }
}
