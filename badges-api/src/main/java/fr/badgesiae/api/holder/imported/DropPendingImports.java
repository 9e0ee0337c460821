package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.Platform;
import java.time.Duration;

/** Deletes badges from elsewhere that nobody said to keep. */
public final class DropPendingImports {
    private static final Duration KEPT = Duration.ofHours(24);

    private final Platform platform;

    public DropPendingImports(Platform platform) {
        this.platform = platform;
    }

    public void apply() {
        platform.database()
                .look(handle -> handle.attach(ImportedDao.class)
                        .dropPending(platform.clock().instant().minus(KEPT)));
    }
}
