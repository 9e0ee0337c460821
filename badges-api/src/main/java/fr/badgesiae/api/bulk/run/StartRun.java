package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunAudit;
import fr.badgesiae.api.bulk.content.RunReading;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Starts a run: from now on its people and words stay as they are, and {@link OfferToAll} makes its offers. Of two runs with
 * one content on one day only the first starts.
 */
public final class StartRun {
    private final Platform platform;
    private final Organisations organisations;
    private final AwardRuns runs;

    StartRun(Platform platform, Organisations organisations, AwardRuns runs) {
        this.platform = platform;
        this.organisations = organisations;
        this.runs = runs;
    }

    /** The answer to a start. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /** It has started, now or before. */
    public record Started() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.started();
        }
    }

    /** People or words changed since they were read; nothing is written. */
    public record Changed() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.changed();
        }
    }

    /** The badge cannot be offered to anybody of it; nothing is written. */
    public record Nobody() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.nobody();
        }
    }

    /** Another run with the same content started today; this draft is gone. */
    public record SameAs(AwardRunId run) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.sameAs(run);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T started();

        T changed();

        T nobody();

        T sameAs(AwardRunId run);
    }

    /**
     * Starts a run, or goes on with one that was stopped.
     *
     * @param read the digest of what was read before
     * @throws ProblemException NOT_FOUND for a run of another organisation; PAUSED while it may not offer
     */
    public Outcome apply(Principal by, AwardRunId id, String read) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            organisations.requireNotPaused(handle, by.organisation());
            AwardRun run = runs.lock(handle, Reach.of(by), id);
            if (run.draft()) {
                return start(handle, by, run, read);
            }
            if (handle.attach(AwardRunDao.class)
                            .goOn(
                                    id.value(),
                                    by.organisation().value(),
                                    by.account().value(),
                                    platform.clock().instant())
                    > 0) {
                record(handle, by, id);
            }
            return new Started();
        });
    }

    private Outcome start(Handle handle, Principal by, AwardRun run, String read) {
        RunReading reading = new RunReading(run, by.zone().today(platform.clock()));
        runs.people(handle, Reach.of(by), run.id(), reading::read);
        if (!reading.digest().equals(read)) {
            return new Changed();
        }
        if (reading.offered() == 0) {
            return new Nobody();
        }
        return start(handle, by, run.id(), HexFormat.of().parseHex(read), reading.people());
    }

    private Outcome start(Handle handle, Principal by, AwardRunId run, byte[] digest, int people) {
        AwardRunDao dao = handle.attach(AwardRunDao.class);
        UUID here = by.organisation().value();
        dao.lockContent(digest);
        Optional<UUID> same = dao.withContent(here, digest);
        if (same.isPresent()) {
            dao.delete(run.value(), here);
            return new SameAs(new AwardRunId(same.get()));
        }
        dao.start(
                run.value(),
                here,
                by.account().value(),
                digest,
                people,
                platform.clock().instant());
        record(handle, by, run);
        return new Started();
    }

    private void record(Handle handle, Principal by, AwardRunId run) {
        platform.audit()
                .record(
                        handle,
                        new AuditEvent(
                                by.organisation(),
                                Actor.account(by.account()),
                                RunAudit.AWARD_RUN_STARTED,
                                run.value()));
    }
}
