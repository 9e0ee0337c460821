package fr.badgesiae.api.privacy;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.holder.HolderModule;
import fr.badgesiae.api.journal.OwnActs;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;
import fr.badgesiae.api.platform.todo.Todo;
import fr.badgesiae.api.privacy.erasure.EraseDeskFile;
import fr.badgesiae.api.privacy.erasure.EraseSpace;
import fr.badgesiae.api.privacy.erasure.ErasureAudit;
import fr.badgesiae.api.privacy.erasure.ListErasures;
import fr.badgesiae.api.privacy.erasure.ReplayErasures;
import fr.badgesiae.api.privacy.pack.PackModule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Erasure, retention and export of personal data. */
public final class PrivacyModule implements Feature {
    private static final Duration EVERY = Duration.ofHours(6);

    private final EraseDeskFile eraseFile;
    private final EraseSpace eraseSpace;
    private final EraseDueFiles dueFiles;
    private final CloseUnopenedSpaces unopened;
    private final ListErasures list;
    private final HoldErasure hold;
    private final SetContractEnd contractEnd;
    private final ListDue due;
    private final ConfirmClosings confirm;
    private final ClosingHealthCheck health;
    private final PackModule pack;
    private final List<Object> resources;

    /**
     * @param holders whose PIN is asked before a space is closed, and who are told before a job closes it
     * @param acts what concerns a holder
     * @param parts of all features, in dependency order
     */
    public PrivacyModule(
            Platform platform,
            Organisations organisations,
            People people,
            HolderModule holders,
            OwnActs acts,
            Supplier<List<PersonalData>> parts) {
        this.eraseSpace = new EraseSpace(platform, parts);
        this.eraseFile = new EraseDeskFile(platform, parts, eraseSpace);
        this.dueFiles = new EraseDueFiles(platform, eraseFile);
        this.unopened = new CloseUnopenedSpaces(platform, eraseSpace, holders.notices());
        this.hold = new HoldErasure(platform, people);
        this.contractEnd = new SetContractEnd(platform, people);
        this.list = new ListErasures(platform.database());
        this.due = new ListDue(platform);
        this.confirm = new ConfirmClosings(platform);
        this.health = new ClosingHealthCheck(platform.database());
        Database database = platform.database();
        this.pack = new PackModule(platform, organisations, parts);
        this.resources = List.of(
                new FilePages(
                        platform,
                        new ShowFile(database, people),
                        hold,
                        contractEnd,
                        new ExportFile(platform, people, parts),
                        eraseFile),
                new RetentionPages(platform, new ListAnnounced(database), new ConfirmRun(platform)),
                new SpaceDataPages(
                        platform,
                        new ShowSpace(database, acts),
                        new ExportSpace(platform, parts),
                        eraseSpace,
                        holders.pinCheck()));
    }

    public EraseDeskFile eraseFile() {
        return eraseFile;
    }

    public EraseSpace eraseSpace() {
        return eraseSpace;
    }

    public HoldErasure hold() {
        return hold;
    }

    public SetContractEnd contractEnd() {
        return contractEnd;
    }

    /** Erasures to carry over a restore. */
    public ListErasures list() {
        return list;
    }

    /** What the jobs would do now. */
    public ListDue due() {
        return due;
    }

    /** The operator's answer to a run over spaces that was stopped. */
    public ConfirmClosings confirm() {
        return confirm;
    }

    /** Repeats them. */
    public ReplayErasures replay() {
        return new ReplayErasures(eraseFile, eraseSpace);
    }

    @Override
    public PersonalData personalData() {
        return PersonalTables.of("erasure").build();
    }

    @Override
    public List<Job> jobs() {
        return List.of(
                Job.onOneNode("erase-due-files", EVERY, dueFiles::apply),
                Job.onOneNode("close-unopened-spaces", EVERY, unopened::apply));
    }

    @Override
    public Map<String, HealthCheck> healthChecks() {
        return Map.of("closing-of-spaces", health);
    }

    /** Notices to give before an erasure, and the run that waits. */
    @Override
    public List<Todo> todos() {
        return List.of(
                new Todo(Todo.Urgency.NOW, 40, Permission.ORGANISATION, "privacy.todo.run", "/app/retention", """
                        SELECT count(*) FROM erasure_run
                        WHERE organisation_id = :organisation AND confirmed_at IS NULL AND done_at IS NULL
                          AND replaced_at IS NULL
                        """),
                new Todo(Todo.Urgency.SOON, 40, Permission.AWARD, "privacy.todo.files", "/app/retention", """
                        SELECT count(*) FROM worker
                        WHERE organisation_id = :organisation AND erasure_announced_on IS NOT NULL
                          AND erasure_held_on IS NULL AND erased_at IS NULL
                        """),
                new Todo(Todo.Urgency.SOON, 41, Permission.AWARD, "privacy.todo.spaces", "/app/retention", """
                        SELECT count(*) FROM closing_spaces() c JOIN worker w ON w.id = c.worker_id
                        WHERE w.organisation_id = :organisation
                        """),
                new Todo(Todo.Urgency.SOON, 42, Permission.ORGANISATION, "privacy.todo.held", "/app/retention", """
                        SELECT count(*) FROM worker
                        WHERE organisation_id = :organisation AND erasure_held_on IS NOT NULL AND erased_at IS NULL
                        """));
    }

    @Override
    public List<AuditCode> auditCodes() {
        return Stream.concat(Stream.<AuditCode>of(PrivacyAudit.values()), Stream.<AuditCode>of(ErasureAudit.values()))
                .toList();
    }

    @Override
    public List<Object> resources() {
        return Stream.concat(resources.stream(), pack.resources().stream()).toList();
    }
}
