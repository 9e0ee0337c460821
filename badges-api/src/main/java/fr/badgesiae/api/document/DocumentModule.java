package fr.badgesiae.api.document;

import fr.badgesiae.api.achievement.FindPublishedImage;
import fr.badgesiae.api.platform.Feature;
import java.util.List;

/** Badges as files. */
public final class DocumentModule implements Feature {
    private final BakeBadge bake;
    private final BadgeForms forms;

    public DocumentModule(FindPublishedImage images) {
        this.bake = new BakeBadge(images);
        this.forms = new BadgeForms(bake);
    }

    public BakeBadge bake() {
        return bake;
    }

    /** A badge in the form that a reader asks for. */
    public BadgeForms forms() {
        return forms;
    }

    /** None: files are given where badges are shown. */
    @Override
    public List<Object> resources() {
        return List.of();
    }
}
