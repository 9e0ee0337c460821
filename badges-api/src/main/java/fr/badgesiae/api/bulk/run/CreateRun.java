package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Optional;

/** Begins a run: a draft without people and words. */
public final class CreateRun {
    /** Most drafts of an organisation. */
    static final int MOST = 50;

    private final Platform platform;
    private final Organisations organisations;
    private final Achievements achievements;

    CreateRun(Platform platform, Organisations organisations, Achievements achievements) {
        this.platform = platform;
        this.organisations = organisations;
        this.achievements = achievements;
    }

    /**
     * Begins a run of this badge.
     *
     * @return empty where the organisation has {@link #MOST} drafts
     * @throws ProblemException PAUSED while the organisation may not offer; NOT_FOUND for a badge that it may not offer
     */
    public Optional<AwardRunId> apply(Principal by, AchievementVersionId version) {
        AwardRunId run = new AwardRunId(platform.ids().uuid());
        return platform.database().inOrganisation(by.organisation(), handle -> {
            organisations.requireNotPaused(handle, by.organisation());
            if (achievements.published(handle, by.organisation()).stream()
                    .noneMatch(published -> published.id().equals(version))) {
                throw ProblemException.notFound();
            }
            AwardRunDao dao = handle.attach(AwardRunDao.class);
            if (dao.drafts(by.organisation().value()) >= MOST) {
                return Optional.empty();
            }
            dao.insert(
                    run.value(),
                    by.organisation().value(),
                    version.value(),
                    by.account().value(),
                    platform.clock().instant());
            return Optional.of(run);
        });
    }
}
