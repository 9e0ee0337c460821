package fr.badgesiae.api.privacy.erasure;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.personal.DeskFile;
import java.util.UUID;

/** Repeats a recorded erasure in a database that was restored from an older copy. */
public final class ReplayErasures {
    private final EraseDeskFile file;
    private final EraseSpace space;

    public ReplayErasures(EraseDeskFile file, EraseSpace space) {
        this.file = file;
        this.space = space;
    }

    /**
     * Repeats it. {@link Erased#GONE} where the copy is older than the person. A hold of the copy was over when it was erased.
     *
     * @param line from {@link ListErasures}: {@code DESK_FILE} with the ids of organisation and person, or {@code SPACE} with
     *     that of the holder, between spaces
     * @throws IllegalArgumentException for any other text
     */
    public Erased apply(String line) {
        String[] words = line.strip().split(" ", -1);
        if (words.length == 3 && words[0].equals(ErasureKind.DESK_FILE.name())) {
            DeskFile erased = new DeskFile(new OrganisationId(UUID.fromString(words[1])), UUID.fromString(words[2]));
            return file.apply(erased, Cause.replay());
        }
        if (words.length == 2 && words[0].equals(ErasureKind.SPACE.name())) {
            return space.apply(new HolderId(UUID.fromString(words[1])), Cause.replay());
        }
        throw new IllegalArgumentException("no line of the list of erasures");
    }
}
