package fr.badgesiae.api.observation.space;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;

/** Keeps what a person says they can do; without words, nothing is kept. */
public final class WriteOwnWords {
    static final int MOST = 500;

    private final Platform platform;

    public WriteOwnWords(Platform platform) {
        this.platform = platform;
    }

    /**
     * Keeps the words, in place of the former ones.
     *
     * @param words at most {@link #MOST} characters
     * @return whether they were kept: not while a reopening limits what the space shows
     */
    public boolean apply(HolderId holder, String words) {
        return platform.database().inHolder(holder, handle -> {
            SpaceDao dao = handle.attach(SpaceDao.class);
            if (dao.limited()) {
                return false;
            }
            dao.forget(holder.value());
            if (!words.isEmpty()) {
                dao.write(
                        platform.ids().uuid(),
                        holder.value(),
                        words,
                        platform.clock().instant());
            }
            return true;
        });
    }
}
