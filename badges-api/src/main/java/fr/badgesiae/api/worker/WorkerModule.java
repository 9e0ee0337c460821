package fr.badgesiae.api.worker;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** The people on a pathway. */
public final class WorkerModule {
    private final Workers workers = new Workers();
    private final DemonstrationWorkers demonstration;
    private final List<Object> resources;

    public WorkerModule(Platform platform, Organisations organisations) {
        this.demonstration = new DemonstrationWorkers(new EditWorker(platform));
        this.resources = List.of(new WorkerPages(platform, workers, organisations));
    }

    public Workers workers() {
        return workers;
    }

    /** For the command {@code demo}. */
    public DemonstrationWorkers demonstration() {
        return demonstration;
    }

    public List<Object> resources() {
        return resources;
    }
}
