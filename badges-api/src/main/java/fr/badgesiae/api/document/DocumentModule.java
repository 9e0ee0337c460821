package fr.badgesiae.api.document;

import fr.badgesiae.api.achievement.FindPublishedImage;
import fr.badgesiae.api.platform.Feature;
import java.util.List;

/** Badges as files. */
public final class DocumentModule implements Feature {
    private final BakeBadge bake;

    public DocumentModule(FindPublishedImage images) {
        this.bake = new BakeBadge(images);
    }

    public BakeBadge bake() {
        return bake;
    }

    /** None: files are given where badges are shown. */
    @Override
    public List<Object> resources() {
        return List.of();
    }
}
