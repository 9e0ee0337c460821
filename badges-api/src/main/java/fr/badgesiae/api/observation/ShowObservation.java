package fr.badgesiae.api.observation;

import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Shows one observation, with what its reader may do. */
public final class ShowObservation {
    private final Platform platform;

    ShowObservation(Platform platform) {
        this.platform = platform;
    }

    /**
     * An observation.
     *
     * @param tasks those of its badge now and those that were ticked
     * @param mayChange whether the reader may change it now
     * @param mayDelete whether they may delete it
     */
    public record Shown(
            Observation observation, String language, List<String> tasks, boolean mayChange, boolean mayDelete) {}

    /** @throws ProblemException NOT_FOUND for one that the reader may not read */
    public Shown apply(Principal reader, ObservationId id) {
        Instant now = platform.clock().instant();
        return platform.database().inOrganisation(reader.organisation(), handle -> {
            Observation observation = Observations.require(handle, reader, id);
            BadgeToSee badge = handle
                    .attach(ObservationDao.class)
                    .badges(reader.organisation().value(), observation.badge().value())
                    .stream()
                    .filter(row -> row.id().equals(observation.badge().value()))
                    .map(BadgeToSee::read)
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            List<String> tasks = new ArrayList<>(badge.tasks());
            observation.tasks().stream().filter(task -> !tasks.contains(task)).forEach(tasks::add);
            return new Shown(
                    observation,
                    badge.language(),
                    List.copyOf(tasks),
                    observation.mayChange(reader, now),
                    observation.mayDelete(reader, now));
        });
    }
}
