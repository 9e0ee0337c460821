package fr.badgesiae.api.bulk.life;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.RevokeAtDesk;
import fr.badgesiae.api.edition.pause.PauseBadge;
import fr.badgesiae.api.edition.pause.ResumeBadge;
import fr.badgesiae.api.edition.text.ReplaceText;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one act to several badges, each in a transaction of its own: one that fails stops no other. What was done before is not
 * done again, so that the same request sent twice acts once.
 */
final class ActOnSeveral {
    private static final Logger LOG = LoggerFactory.getLogger(ActOnSeveral.class);

    private final PreviewSeveral preview;
    private final PauseBadge pause;
    private final ResumeBadge resume;
    private final RevokeAtDesk revoke;
    private final OfferBadge offer;
    private final ReplaceText replace;

    ActOnSeveral(
            PreviewSeveral preview,
            PauseBadge pause,
            ResumeBadge resume,
            RevokeAtDesk revoke,
            OfferBadge offer,
            ReplaceText replace) {
        this.preview = preview;
        this.pause = pause;
        this.resume = resume;
        this.revoke = revoke;
        this.offer = offer;
        this.replace = replace;
    }

    /**
     * What is done to each badge.
     *
     * @param reason of a pause or a revocation; null for other acts
     * @param note for the organisation only, at most 1,000 characters, or empty
     * @param texts the version that was read of each badge whose text is replaced
     */
    record Order(
            LifeAct act, @Nullable PublicReason reason, String note, Map<CredentialId, AchievementVersionId> texts) {}

    /** One badge and what was done to it. */
    record Done(CredentialId id, String badge, String person, LifeOutcome outcome) {}

    List<Done> apply(OrganisationId organisation, AccountId by, Order order, List<CredentialId> badges) {
        return preview.apply(organisation, order.act(), badges).stream()
                .map(line -> new Done(
                        line.id(),
                        line.badge(),
                        line.person(),
                        line.outcome() == LifeOutcome.DONE ? act(organisation, by, order, line) : line.outcome()))
                .toList();
    }

    private LifeOutcome act(OrganisationId organisation, AccountId by, Order order, PreviewSeveral.Line line) {
        try {
            return switch (order.act()) {
                case PAUSE -> pause(organisation, by, order, line.id());
                case RESUME -> resume(organisation, by, line.id());
                case REVOKE ->
                    revoke.apply(organisation, line.id(), Objects.requireNonNull(order.reason()), order.note(), by)
                            ? LifeOutcome.DONE
                            : LifeOutcome.REVOKED_BEFORE;
                case RENEW -> renew(organisation, by, line);
                case REPLACE -> replace(organisation, by, order, line.id());
            };
        } catch (ProblemException problem) {
            return problem.type() == ProblemType.NOT_FOUND ? LifeOutcome.GONE : LifeOutcome.FAILED;
        } catch (RuntimeException failed) {
            LOG.error("An act on badge {} failed", line.id(), failed);
            return LifeOutcome.FAILED;
        }
    }

    private LifeOutcome pause(OrganisationId organisation, AccountId by, Order order, CredentialId badge) {
        return switch (pause.apply(organisation, badge, Objects.requireNonNull(order.reason()), order.note(), by)) {
            case DONE -> LifeOutcome.DONE;
            case NOT_IN_FORCE -> LifeOutcome.NOT_IN_FORCE;
            case LAPSED -> LifeOutcome.LAPSED;
        };
    }

    private LifeOutcome resume(OrganisationId organisation, AccountId by, CredentialId badge) {
        return switch (resume.apply(organisation, badge, by)) {
            case DONE, BEING_SIGNED -> LifeOutcome.DONE;
            case NOT_PAUSED -> LifeOutcome.NOT_PAUSED;
            case LAPSED -> LifeOutcome.LAPSED;
        };
    }

    private LifeOutcome replace(OrganisationId organisation, AccountId by, Order order, CredentialId badge) {
        AchievementVersionId read = order.texts().get(badge);
        if (read == null) {
            return LifeOutcome.CHANGED;
        }
        return switch (replace.apply(organisation, badge, read, by)) {
            case DONE -> LifeOutcome.DONE;
            case RECORDED -> LifeOutcome.RECORDED;
            case BEING_SIGNED -> LifeOutcome.BEING_SIGNED;
            case CHANGED -> LifeOutcome.CHANGED;
            case RENEW_INSTEAD -> LifeOutcome.RENEW_INSTEAD;
            case NOT_IN_FORCE -> LifeOutcome.NOT_IN_FORCE;
            case SAME_TEXT -> LifeOutcome.SAME_TEXT;
        };
    }

    private LifeOutcome renew(OrganisationId organisation, AccountId by, PreviewSeveral.Line line) {
        return offer.apply(organisation, by, PreviewSeveral.request(line.row()), line.id())
                .fold(new OfferBadge.Cases<>() {
                    @Override
                    public LifeOutcome offered(OfferId made) {
                        return LifeOutcome.DONE;
                    }

                    @Override
                    public LifeOutcome refused(Errors errors) {
                        return LifeOutcome.FAILED;
                    }

                    @Override
                    public LifeOutcome sheetMissing() {
                        return LifeOutcome.SHEET_MISSING;
                    }
                });
    }
}
