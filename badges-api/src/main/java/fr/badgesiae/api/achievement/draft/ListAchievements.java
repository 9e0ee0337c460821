package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists an organisation's badges by name, page by page. */
final class ListAchievements {
    private static final int PAGE = 50;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    ListAchievements(Database database) {
        this.database = database;
    }

    /** @param more whether badges follow the last one */
    record Listed(List<AchievementLine> lines, boolean more) {}

    /**
     * @param archived whether to list the archive
     * @param words part of a name, or empty
     * @param after the last badge of the page before; null or unknown for the first page
     */
    Listed apply(OrganisationId organisation, boolean archived, String words, @Nullable AchievementId after) {
        UUID id = organisation.value();
        List<AchievementLine> found = database.inOrganisation(organisation, handle -> {
            AchievementDao dao = handle.attach(AchievementDao.class);
            String name = after == null ? "" : dao.name(after.value(), id).orElse("");
            return dao.page(
                    id, archived, words, name, after == null || name.isEmpty() ? BEFORE_ALL : after.value(), PAGE + 1);
        });
        return new Listed(List.copyOf(found.subList(0, Math.min(PAGE, found.size()))), found.size() > PAGE);
    }
}
