package fr.badgesiae.api.achievement;

import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.achievement.draft.AchievementAudit;
import fr.badgesiae.api.achievement.draft.AchievementDao;
import fr.badgesiae.api.achievement.draft.AchievementFormPages;
import fr.badgesiae.api.achievement.draft.AchievementImagePages;
import fr.badgesiae.api.achievement.draft.AchievementPages;
import fr.badgesiae.api.achievement.image.SizedImages;
import fr.badgesiae.api.achievement.review.RequireSecondReader;
import fr.badgesiae.api.achievement.review.ReviewAudit;
import fr.badgesiae.api.achievement.review.ReviewDao;
import fr.badgesiae.api.achievement.review.ReviewPages;
import fr.badgesiae.api.achievement.review.SecondReaderPages;
import fr.badgesiae.api.achievement.review.ShowSecondReader;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.search.SearchPart;
import fr.badgesiae.api.platform.todo.OpenWork;
import fr.badgesiae.api.platform.todo.Todo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Badges: drafts and published versions. */
public final class AchievementModule implements Feature {
    private static final String SEARCH = """
            SELECT json_agg(found) FROM (
                SELECT a.id, a.name
                FROM page_of_achievements(false, :words, '', '00000000-0000-0000-0000-000000000000', :most) page
                JOIN achievement a ON a.id = page.achievement_id
                WHERE a.organisation_id = :organisation
                ORDER BY lower(a.name COLLATE "fr-x-icu"), a.id) found
            """;

    private static final Duration COPY_EVERY = Duration.ofMinutes(1);

    private final Achievements achievements;
    private final FindPublishedImage images;
    private final FindPublished published;
    private final CopyAchievementsJob copying;
    private final List<Object> resources;

    public AchievementModule(Platform platform, Organisations organisations) {
        this.achievements = new Achievements(platform.settings());
        VersionCopies copies = new VersionCopies(platform.clock());
        this.images = new FindPublishedImage(platform.database(), copies);
        this.published = new FindPublished(platform.database(), copies, achievements);
        FindPublisher publisher = new FindPublisher(organisations, copies);
        this.copying = new CopyAchievementsJob(platform.database(), copies, publisher);
        Members members = new Members();
        AchievementPages pages = new AchievementPages(platform);
        SizedImages sizes = new SizedImages();
        this.resources = List.of(
                pages,
                new AchievementFormPages(platform),
                new ReviewPages(platform),
                new SecondReaderPages(
                        platform,
                        new ShowSecondReader(platform.database(), members),
                        new RequireSecondReader(platform, members)),
                new AchievementImagePages(platform, pages, sizes),
                new AchievementDocuments(platform, published, images, publisher, sizes));
    }

    public Achievements achievements() {
        return achievements;
    }

    /** Published versions, for other features. */
    public FindPublished published() {
        return published;
    }

    /** Images of published versions, for other features. */
    public FindPublishedImage images() {
        return images;
    }

    @Override
    public List<Job> jobs() {
        return List.of(Job.onEachNodeFromStart("copy-achievements", COPY_EVERY, copying));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of(65, Permission.DESK, "/app/badges", "achievement", "common.nav.badges"));
    }

    @Override
    public List<SearchPart> searchParts() {
        return List.of(new SearchPart(
                20, Permission.DESK, "search.part.badges", SEARCH, "/app/badges/{id}", null, "/app/badges", false));
    }

    @Override
    public List<Todo> todos() {
        return List.of(
                new Todo(
                        Todo.Urgency.SOON,
                        14,
                        Permission.PUBLISH,
                        "achievement.todo.review",
                        "/app/badges",
                        ReviewDao.WAITING),
                new Todo(
                        Todo.Urgency.FIRST_STEP,
                        10,
                        Permission.PUBLISH,
                        "achievement.todo.first",
                        "/app/badges",
                        AchievementDao.NONE_YET));
    }

    @Override
    public List<OpenWork> openWork() {
        return List.of(new OpenWork("achievement.open-work", ReviewDao.OF_MEMBER, ReviewDao.MOVE));
    }

    @Override
    public Map<String, String> sections() {
        return Map.of("/app/second-reader", "/app/organisation");
    }

    @Override
    public List<AuditCode> auditCodes() {
        return Stream.<AuditCode>concat(Stream.of(AchievementAudit.values()), Stream.of(ReviewAudit.values()))
                .toList();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
