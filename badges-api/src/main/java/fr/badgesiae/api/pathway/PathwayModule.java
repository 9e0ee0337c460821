package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.worker.Workers;
import java.util.List;

/** The time workers spend in an organisation. */
public final class PathwayModule {
    private final List<Object> resources;

    public PathwayModule(Platform platform, Workers workers) {
        this.resources = List.of(new PathwayPages(platform, workers));
    }

    public List<Object> resources() {
        return resources;
    }
}
