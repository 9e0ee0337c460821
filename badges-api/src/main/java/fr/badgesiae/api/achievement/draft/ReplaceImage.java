package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.image.ImageUpload;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.achievement.image.UnusableImageException;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives a draft an uploaded image. The upload is cleaned before the transaction begins. */
final class ReplaceImage {
    private final Platform platform;
    private final RecordChange change;

    ReplaceImage(Platform platform) {
        this.platform = platform;
        this.change = new RecordChange(platform.audit());
    }

    sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record Replaced() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.replaced();
            }
        }

        record Unusable(UnusableImageException.Reason reason) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.unusable(reason);
            }
        }
    }

    interface Cases<T> {
        T replaced();

        /** The upload is no image that a badge may have; nothing was changed. */
        T unusable(UnusableImageException.Reason reason);
    }

    /**
     * @param upload at most one byte more than {@link ImageUpload#MAX_PHOTO_BYTES}
     * @throws ProblemException NOT_FOUND for another organisation's badge
     */
    Outcome apply(Principal by, AchievementId achievement, byte[] upload) {
        Cleaned cleaned = platform.throttles().pictures().run(() -> clean(upload));
        if (cleaned.image() == null) {
            return new Outcome.Unusable(Objects.requireNonNull(cleaned.refusal()));
        }
        return store(by, achievement, cleaned.image());
    }

    private record Cleaned(@Nullable StoredImage image, UnusableImageException.@Nullable Reason refusal) {}

    private static Cleaned clean(byte[] upload) {
        try {
            return new Cleaned(ImageUpload.clean(upload), null);
        } catch (UnusableImageException e) {
            return new Cleaned(null, e.reason());
        }
    }

    private Outcome store(Principal by, AchievementId achievement, StoredImage image) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            int rows = handle.attach(AchievementDao.class)
                    .setImage(achievement.value(), by.organisation().value(), image.type(), image.bytes());
            if (rows != 1) {
                throw ProblemException.notFound();
            }
            change.record(handle, by, AchievementAudit.ACHIEVEMENT_CHANGED, achievement.value());
            return new Outcome.Replaced();
        });
    }
}
