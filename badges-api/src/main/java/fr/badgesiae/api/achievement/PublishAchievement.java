package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.UUID;

/** Freezes the draft into the next version, and takes a badge out of the list of those awarded or back into it. */
final class PublishAchievement {
    private final Platform platform;

    PublishAchievement(Platform platform) {
        this.platform = platform;
    }

    /** The number of the new version, from 1; that of the newest where nothing has changed since. */
    int publish(Principal by, AchievementId achievement) {
        UUID id = achievement.value();
        UUID organisation = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            AchievementDao dao = handle.attach(AchievementDao.class);
            if (dao.lock(id, organisation).isEmpty()) {
                throw ProblemException.notFound();
            }
            AchievementRow row = dao.find(id, organisation).orElseThrow(ProblemException::notFound);
            StoredImage image = image(dao, row);
            if (published(dao, row, image)) {
                return row.versions();
            }
            int version = row.versions() + 1;
            dao.insertVersion(
                    platform.ids().uuid(),
                    id,
                    organisation,
                    version,
                    image.type(),
                    image.bytes(),
                    platform.clock().instant());
            dao.setState(id, organisation, "PUBLISHED", platform.clock().instant());
            platform.audit().record(handle, EditAchievement.event(by, AchievementAudit.ACHIEVEMENT_PUBLISHED, id));
            return version;
        });
    }

    /** Whether the newest version says and shows what the draft does. */
    boolean published(Principal by, AchievementRow row) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            AchievementDao dao = handle.attach(AchievementDao.class);
            return published(dao, row, image(dao, row));
        });
    }

    private static boolean published(AchievementDao dao, AchievementRow row, StoredImage image) {
        boolean sameWords = dao.publicVersion(row.id(), row.versions())
                .map(version -> Achievements.read(version.content()))
                .filter(Achievements.read(row.content())::equals)
                .isPresent();
        return sameWords
                && dao.publicImage(row.id(), row.versions())
                        .filter(shown -> Arrays.equals(shown.image(), image.bytes()))
                        .isPresent();
    }

    private static StoredImage image(AchievementDao dao, AchievementRow row) {
        return dao.draftImage(row.id(), row.organisationId())
                .map(own -> new StoredImage(own.imageType(), own.image()))
                .orElseGet(() -> DefaultImage.draw(Achievements.read(row.content())));
    }

    void archive(Principal by, AchievementId achievement) {
        move(by, achievement, AchievementAudit.ACHIEVEMENT_ARCHIVED, "ARCHIVED");
    }

    /** Back from the archive: published if it ever was, a draft otherwise. */
    void restore(Principal by, AchievementId achievement) {
        move(by, achievement, AchievementAudit.ACHIEVEMENT_CHANGED, null);
    }

    private void move(Principal by, AchievementId achievement, AuditCode code, String to) {
        UUID id = achievement.value();
        UUID organisation = by.organisation().value();
        platform.database().inOrganisation(by.organisation(), handle -> {
            AchievementDao dao = handle.attach(AchievementDao.class);
            AchievementRow row = dao.find(id, organisation).orElseThrow(ProblemException::notFound);
            String state = to != null ? to : row.versions() > 0 ? "PUBLISHED" : "DRAFT";
            dao.setState(id, organisation, state, platform.clock().instant());
            platform.audit().record(handle, EditAchievement.event(by, code, id));
            return null;
        });
    }
}
