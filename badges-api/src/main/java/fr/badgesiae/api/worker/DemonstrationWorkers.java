package fr.badgesiae.api.worker;

import fr.badgesiae.api.platform.auth.Principal;
import java.util.List;

/** The invented workers of a demonstration. */
public final class DemonstrationWorkers {
    private static final List<WorkerForm> FIRST = List.of(
            new WorkerForm("Alix", "Exemple"), new WorkerForm("Sacha", "Modèle"), new WorkerForm("Lou", "Échantillon"));
    private static final List<WorkerForm> SECOND =
            List.of(new WorkerForm("Charlie", "Essai"), new WorkerForm("Nour", "Maquette"));

    private final EditWorker edit;

    DemonstrationWorkers(EditWorker edit) {
        this.edit = edit;
    }

    /** A few people of one organisation; the first has the information notice already. */
    public WorkerId seed(Principal counsellor, boolean first) {
        List<WorkerId> made = (first ? FIRST : SECOND)
                .stream().map(names -> edit.create(counsellor, names)).toList();
        edit.noticeGiven(counsellor, made.get(0));
        return made.get(0);
    }
}
