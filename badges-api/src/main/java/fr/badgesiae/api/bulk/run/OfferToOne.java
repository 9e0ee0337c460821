package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunPerson;
import fr.badgesiae.api.bulk.content.RunPersonState;
import fr.badgesiae.api.bulk.content.RunReason;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.Offers;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the badge of a started run to one of its people, in a transaction of its own. Whoever has their offer, or whose
 * file is gone, is passed over.
 */
public final class OfferToOne {
    private static final Logger LOG = LoggerFactory.getLogger(OfferToOne.class);

    private final Platform platform;
    private final AwardRuns runs;
    private final Offers offers;
    private final Slips slips;

    OfferToOne(Platform platform, AwardRuns runs, Offers offers, Slips slips) {
        this.platform = platform;
        this.runs = runs;
        this.offers = offers;
        this.slips = slips;
    }

    /**
     * Makes the offer, or says in the run why not.
     *
     * @param run with the words that it started with
     * @throws ProblemException PAUSED while the organisation may not offer: that stops all
     */
    public void apply(OrganisationId organisation, AccountId by, AwardRun run, PersonId person) {
        OfferId id = new OfferId(platform.ids().uuid());
        SlipSecrets secrets = slips.draw(id.value());
        try {
            platform.database().inOrganisation(organisation, handle -> {
                runs.lockPerson(handle, organisation, run.id(), person)
                        .filter(row -> row.state() == RunPersonState.CHOSEN)
                        .ifPresent(row -> offer(handle, organisation, by, run, row, id, secrets));
                return true;
            });
        } catch (ProblemException problem) {
            if (problem.type() == ProblemType.PAUSED) {
                throw problem;
            }
            // The person is locked and there: what is gone is the badge.
            failed(organisation, run.id(), person, RunReason.BADGE_CLOSED);
        } catch (RuntimeException fault) {
            LOG.warn("An offer of a run failed: {}", fault.getClass().getName());
            failed(organisation, run.id(), person, RunReason.FAULT);
        }
    }

    private void offer(
            Handle handle,
            OrganisationId organisation,
            AccountId by,
            AwardRun run,
            RunPerson row,
            OfferId id,
            SlipSecrets secrets) {
        Optional<RunReason> obstacle = row.obstacle(run);
        if (obstacle.isPresent()) {
            failed(handle, organisation, run.id(), row.id(), obstacle.get());
            return;
        }
        Optional<RunReason> reason = offers.make(handle, organisation, by, row.request(run), id, secrets)
                .fold(new Reasons());
        if (reason.isPresent()) {
            failed(handle, organisation, run.id(), row.id(), reason.get());
        } else {
            handle.attach(RunChoiceDao.class)
                    .offered(
                            run.id().value(),
                            organisation.value(),
                            row.id().value(),
                            id.value(),
                            platform.clock().instant());
        }
    }

    private void failed(OrganisationId organisation, AwardRunId run, PersonId person, RunReason reason) {
        platform.database().inOrganisation(organisation, handle -> {
            failed(handle, organisation, run, person, reason);
            return true;
        });
    }

    private void failed(Handle handle, OrganisationId organisation, AwardRunId run, PersonId person, RunReason why) {
        UUID here = organisation.value();
        handle.attach(RunChoiceDao.class)
                .failed(run.value(), here, person.value(), why, platform.clock().instant());
    }

    /** Why no offer was made; empty when one was. */
    private static final class Reasons implements OfferBadge.Cases<Optional<RunReason>> {
        @Override
        public Optional<RunReason> offered(OfferId offer) {
            return Optional.empty();
        }

        @Override
        public Optional<RunReason> refused(Errors errors) {
            return Optional.of(RunReason.WORDS_REFUSED);
        }

        @Override
        public Optional<RunReason> sheetMissing() {
            return Optional.of(RunReason.SHEET_MISSING);
        }
    }
}
