package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.AwardRunState;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Instant;
import java.util.List;

/** Lists the runs that a reader finds and that are not forgotten yet, and the badges of which one can begin. */
public final class ListRuns {
    private static final int MOST = 100;

    private final Database database;
    private final Achievements achievements;

    ListRuns(Database database, Achievements achievements) {
        this.database = database;
        this.achievements = achievements;
    }

    /**
     * A run.
     *
     * @param begunBy who began it
     * @param member their name
     * @param everybody how many people it has
     * @param offered how many of them have an offer
     */
    public record Line(
            AwardRunId id,
            String badge,
            AwardRunState state,
            AccountId begunBy,
            String member,
            Instant createdAt,
            int everybody,
            int offered) {
        boolean draft() {
            return state == AwardRunState.DRAFT;
        }
    }

    /** A badge to choose. */
    public record Badge(AchievementVersionId id, String name) {}

    /** The runs, newest first, and the badges by name. */
    public record Found(List<Line> lines, List<Badge> badges) {}

    public Found apply(Reach reader) {
        return database.inOrganisation(
                reader.organisation(),
                handle -> new Found(
                        handle.attach(AwardRunDao.class).latest(reader.here(), reader.member(), MOST).stream()
                                .map(row -> new Line(
                                        new AwardRunId(row.id()),
                                        row.badge(),
                                        row.state(),
                                        new AccountId(row.createdBy()),
                                        row.member(),
                                        row.createdAt(),
                                        row.everybody(),
                                        row.offered()))
                                .toList(),
                        achievements.published(handle, reader.organisation()).stream()
                                .map(published -> new Badge(published.id(), published.name()))
                                .toList()));
    }
}
