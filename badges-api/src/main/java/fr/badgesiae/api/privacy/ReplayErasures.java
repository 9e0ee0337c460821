package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.personal.DeskFile;
import java.util.UUID;

/** Repeats a recorded erasure in a database that was restored from an older copy. */
public final class ReplayErasures {
    private final EraseDeskFile file;
    private final EraseSpace space;

    ReplayErasures(EraseDeskFile file, EraseSpace space) {
        this.file = file;
        this.space = space;
    }

    /**
     * Repeats it. {@link Erased#GONE} where the copy is older than the person.
     *
     * @param line from {@link ListErasures}: {@code DESK_FILE} with the ids of organisation and person, or {@code SPACE} with
     *     that of the holder, between spaces
     * @throws IllegalArgumentException for any other text
     */
    public Erased apply(String line) {
        String[] words = line.strip().split(" ", -1);
        if (words.length == 3 && words[0].equals(ErasureDao.Kind.DESK_FILE.name())) {
            DeskFile erased = new DeskFile(new OrganisationId(UUID.fromString(words[1])), UUID.fromString(words[2]));
            return file.apply(erased, ErasureReason.REPLAY, Actor.SYSTEM);
        }
        if (words.length == 2 && words[0].equals(ErasureDao.Kind.SPACE.name())) {
            return space.apply(new HolderId(UUID.fromString(words[1])), ErasureReason.REPLAY, Actor.SYSTEM);
        }
        throw new IllegalArgumentException("no line of the list of erasures");
    }
}
