package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.ContentJson;
import fr.badgesiae.api.achievement.form.AchievementForm;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import org.jdbi.v3.core.Handle;

/** Saves a draft. Published versions stay as they are. */
public final class SaveAchievement {
    private final Platform platform;
    private final RecordChange change;

    public SaveAchievement(Platform platform) {
        this.platform = platform;
        this.change = new RecordChange(platform.audit());
    }

    /** The answer to a form. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);

        record Saved() implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.saved();
            }
        }

        record Invalid(Errors errors) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.invalid(errors);
            }
        }

        record Archived(Achievement now) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.archived(now);
            }
        }

        record SavedSince(Achievement now) implements Outcome {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.savedSince(now);
            }
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        /** Saved now, or with the same content by a concurrent request. */
        T saved();

        T invalid(Errors errors);

        /** The badge is in the archive; nothing was changed. */
        T archived(Achievement now);

        /** A concurrent request saved other content; nothing was changed. */
        T savedSince(Achievement now);
    }

    /**
     * @param revision the one that was read
     * @throws ProblemException NOT_FOUND for another organisation's badge
     */
    public Outcome apply(Principal by, AchievementId achievement, int revision, AchievementForm form) {
        AchievementForm.Checked checked = form.check();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            FindAchievement.read(handle, by.organisation(), achievement);
            return checked.content()
                    .map(content -> save(handle, by, achievement, revision, content))
                    .orElseGet(() -> new Outcome.Invalid(checked.errors()));
        });
    }

    private Outcome save(
            Handle handle, Principal by, AchievementId achievement, int revision, AchievementContent content) {
        int rows = handle.attach(AchievementDao.class)
                .update(
                        achievement.value(),
                        by.organisation().value(),
                        revision,
                        ContentJson.write(content),
                        platform.clock().instant());
        if (rows == 1) {
            change.record(handle, by, AchievementAudit.ACHIEVEMENT_CHANGED, achievement.value());
            return new Outcome.Saved();
        }
        Achievement now = FindAchievement.read(handle, by.organisation(), achievement);
        if (now.state() == AchievementState.ARCHIVED) {
            return new Outcome.Archived(now);
        }
        return now.content().equals(content) ? new Outcome.Saved() : new Outcome.SavedSince(now);
    }
}
