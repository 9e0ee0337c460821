package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.edition.EditionChoice;
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

    /** @param choice what the link shows, or null for what was accepted */
    Shown(Proposal badge, int daysAgo, @Nullable EditionChoice choice, String label, int days) {
        this.badge = badge;
        this.structure = badge.person().structure();
        structure
                .timeline()
                .on(daysAgo, () -> id = share(new ShareBadge.Wish(badge.credential(), choice, label, days)));
    }

    private UUID share(ShareBadge.Wish wish) {
        structure.renewLists();
        ShareBadge.Outcome outcome = share().share().apply(holder(), wish);
        Story.require(outcome instanceof ShareBadge.Made, "a badge was not shared");
        return ((ShareBadge.Made) outcome).link();
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
