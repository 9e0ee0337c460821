package fr.badgesiae.api.bulk.offers;

import fr.badgesiae.api.offer.CancelOffer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.follow.ProlongOffer;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prolongs or cancels several offers, each in a transaction of its own: one that fails stops no other. Only offers whose end
 * is what the member read: the same request sent twice moves it once.
 */
final class ActOnOffers {
    private static final Logger LOG = LoggerFactory.getLogger(ActOnOffers.class);

    private final PreviewOffers preview;
    private final ProlongOffer prolong;
    private final CancelOffer cancel;

    ActOnOffers(PreviewOffers preview, ProlongOffer prolong, CancelOffer cancel) {
        this.preview = preview;
        this.prolong = prolong;
        this.cancel = cancel;
    }

    /**
     * Does it.
     *
     * @param act any but a print, which is a page of its own
     * @param seen the offers, each with the end that the member read
     */
    List<PreviewOffers.Line> apply(Principal by, OffersAct act, Map<OfferId, Instant> seen) {
        List<PreviewOffers.Line> done = new ArrayList<>();
        for (PreviewOffers.Line line : preview.apply(by, act, List.copyOf(seen.keySet()))) {
            OffersOutcome outcome = line.outcome();
            Instant read = seen.getOrDefault(line.id(), Instant.EPOCH);
            if (outcome == OffersOutcome.DONE && line.ends().toEpochMilli() != read.toEpochMilli()) {
                outcome = OffersOutcome.CHANGED;
            }
            done.add(new PreviewOffers.Line(
                    line.id(),
                    line.badge(),
                    line.person(),
                    outcome == OffersOutcome.DONE ? act(by, act, line) : outcome,
                    line.ends(),
                    line.later()));
        }
        return done;
    }

    private OffersOutcome act(Principal by, OffersAct act, PreviewOffers.Line line) {
        try {
            if (act.prolongs()) {
                prolong.apply(by, line.id(), line.ends(), act.months());
            } else {
                cancel.apply(by.organisation(), by.account(), line.id());
            }
            return OffersOutcome.DONE;
        } catch (ProblemException problem) {
            return switch (problem.type()) {
                case NOT_FOUND -> OffersOutcome.GONE;
                case PAUSED -> OffersOutcome.PAUSED;
                default -> OffersOutcome.CHANGED;
            };
        } catch (RuntimeException failed) {
            LOG.error("An act on offer {} failed", line.id(), failed);
            return OffersOutcome.FAILED;
        }
    }
}
