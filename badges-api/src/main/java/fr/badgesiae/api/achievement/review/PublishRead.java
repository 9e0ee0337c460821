package fr.badgesiae.api.achievement.review;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.ReviewRequest;
import fr.badgesiae.api.achievement.content.ReviewState;
import fr.badgesiae.api.achievement.draft.DraftLock;
import fr.badgesiae.api.achievement.draft.NextVersion;
import fr.badgesiae.api.achievement.draft.Publication;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.HexFormat;

/** The second reader publishes what the first asked for: the same text and image that both read. */
public final class PublishRead {
    private final Platform platform;

    public PublishRead(Platform platform) {
        this.platform = platform;
    }

    /** The answer. */
    public enum Outcome {
        PUBLISHED,
        /** Nobody asks any more, or the draft is another one than was asked for or read; nothing was published. */
        CHANGED,
        /** One person would have done both; nothing was published. */
        SAME_PERSON
    }

    /**
     * @param read the digest of what the page showed
     * @throws ProblemException NOT_FOUND for another organisation's badge
     */
    public Outcome apply(Principal by, AchievementId achievement, String read) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            DraftLock.take(handle, by.organisation(), achievement);
            Publication now = Publication.read(handle, by.organisation(), achievement);
            ReviewRequest request = now.draft().review();
            if (request == null || request.state() != ReviewState.WAITING) {
                return Outcome.CHANGED;
            }
            if (request.askedBy().equals(by.account().value())) {
                return Outcome.SAME_PERSON;
            }
            String digest = HexFormat.of().formatHex(now.digest());
            if (!request.digest().equals(digest) || !digest.equals(read)) {
                return Outcome.CHANGED;
            }
            NextVersion.write(handle, platform, by, achievement, now);
            return Outcome.PUBLISHED;
        });
    }
}
