package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.share.ShareBadge;
import fr.badgesiae.api.share.ShareModule;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A share link of an invented person, and what becomes of it. Each method adds an event. */
final class Shown {
    private final Proposal badge;
    private final Structure structure;
    private @Nullable UUID id;

    Shown(Proposal badge, int daysAgo, String label, int days) {
        this.badge = badge;
        this.structure = badge.person().structure();
        structure
                .timeline()
                .on(
                        daysAgo,
                        () -> id =
                                share().share().apply(holder(), new ShareBadge.Wish(badge.credential(), label, days)));
    }

    private ShareModule share() {
        return structure.past().features().share();
    }

    private HolderId holder() {
        return badge.person().holder();
    }

    private UUID id() {
        return Objects.requireNonNull(id, "no link yet");
    }

    Proposal badge() {
        return badge;
    }

    /** The code of the link. */
    Code code() {
        return share().show().apply(holder(), id()).code();
    }

    /** Its page was read so many times. */
    Shown read(int daysAgo, int times) {
        structure.timeline().on(daysAgo, () -> {
            for (int i = 0; i < times; i++) {
                share().links().viewed(id());
            }
            share().countViews().apply();
        });
        return this;
    }

    Shown switchedOff(int daysAgo) {
        structure.timeline().on(daysAgo, () -> share().switchOff().apply(holder(), id()));
        return this;
    }
}
