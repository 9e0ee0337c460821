package fr.badgesiae.api.observation.space;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Shows a person their own words, and who reads them. */
final class ShowOwnWords {
    private final Platform platform;

    ShowOwnWords(Platform platform) {
        this.platform = platform;
    }

    /**
     * The words.
     *
     * @param words or empty
     * @param readers names of the organisations that have a file of the person
     * @param limited whether a reopening keeps the words back
     */
    record Shown(String words, List<String> readers, boolean limited) {}

    Shown apply(HolderId holder) {
        return platform.database().inHolder(holder, handle -> {
            SpaceDao dao = handle.attach(SpaceDao.class);
            SpaceDao.OwnRow own = dao.own(holder.value());
            return new Shown(own.words(), dao.readers(), own.limited());
        });
    }
}
