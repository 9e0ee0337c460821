package fr.badgesiae.api.bulk.content;

import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.person.content.GroupName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands.
 *
 * @param achievement the version that is offered
 * @param open whether that badge may be offered: it is published, and this is its newest version
 * @param narrative the words for all, or empty
 * @param search the words by which people are searched
 * @param group to which the people to choose are narrowed, or null
 * @param groups to narrow them to
 * @param people how many it was started for; zero for a draft
 * @param counts how many people of it are in each state
 */
public record AwardRun(
        AwardRunId id,
        PublishedAchievement achievement,
        boolean open,
        String narrative,
        String evidence,
        String search,
        @Nullable GroupName group,
        List<GroupName> groups,
        AwardRunState state,
        int people,
        Instant createdAt,
        Counts counts) {
    /** Most people of one run. */
    public static final int MOST = 10_000;

    /** Most people to whom a request offers; more are left to the job. */
    public static final int AT_ONCE = 500;

    /** How many people of a run are in each state. */
    public record Counts(int chosen, int offered, int failed) {
        public int all() {
            return chosen + offered + failed;
        }
    }

    public boolean draft() {
        return state == AwardRunState.DRAFT;
    }

    public boolean stopped() {
        return state == AwardRunState.STOPPED;
    }

    /** Whether the job makes its next offers, since more people wait than a request offers to. */
    public boolean leftToJob() {
        return state == AwardRunState.STARTED && counts.chosen() > AT_ONCE;
    }

    public String path() {
        return "/app/award-runs/" + id;
    }
}
