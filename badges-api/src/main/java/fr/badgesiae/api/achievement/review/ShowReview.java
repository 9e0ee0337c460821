package fr.badgesiae.api.achievement.review;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.draft.Publication;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a draft to its second reader: what will be published, and what is different from the version before. */
public final class ShowReview {
    private final Database database;

    public ShowReview(Database database) {
        this.database = database;
    }

    /**
     * A request to publish.
     *
     * @param asker the name of who asked
     * @param own whether that is the reader
     * @param changed whether the draft was edited since
     * @param reader the name of who sent it back, or null while it waits
     */
    public record Request(
            String asker,
            boolean own,
            boolean changed,
            @Nullable String reader,
            String note,
            Instant createdAt) {
        /** Whether the reader may publish it or send it back. */
        public boolean toRead() {
            return reader == null && !own && !changed;
        }
    }

    /**
     * A draft.
     *
     * @param before the content of the newest version, or null
     * @param version that it becomes
     * @param publishable whether it differs from that version and is not archived
     * @param read the digest that the form repeats
     */
    public record Shown(
            AchievementContent content,
            @Nullable AchievementContent before,
            boolean newImage,
            int version,
            boolean publishable,
            String read,
            boolean required,
            Optional<Request> request) {}

    /** @throws ProblemException NOT_FOUND for another organisation's badge */
    public Shown apply(Principal reader, AchievementId achievement) {
        Publication now = database.inOrganisation(
                reader.organisation(), handle -> Publication.read(handle, reader.organisation(), achievement));
        String digest = HexFormat.of().formatHex(now.digest());
        return new Shown(
                now.content(),
                now.before(),
                now.newImage(),
                now.version(),
                now.publishable(),
                digest,
                now.draft().secondReader(),
                Optional.ofNullable(now.draft().review())
                        .map(row -> new Request(
                                row.asker(),
                                row.askedBy().equals(reader.account().value()),
                                !row.digest().equals(digest),
                                row.reader(),
                                row.note(),
                                row.createdAt())));
    }
}
