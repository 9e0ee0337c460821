package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Erasure, retention and export of personal data. */
public final class PrivacyModule implements Feature {
    private static final Duration EVERY = Duration.ofHours(6);

    private final EraseDeskFile eraseFile;
    private final EraseSpace eraseSpace;
    private final EraseDueFiles dueFiles;
    private final CloseUnopenedSpaces unopened;
    private final ListErasures list;
    private final List<Object> resources;

    /** @param parts of all features, in dependency order */
    public PrivacyModule(Platform platform, Supplier<List<PersonalData>> parts) {
        this.eraseSpace = new EraseSpace(platform, parts);
        this.eraseFile = new EraseDeskFile(platform, parts, eraseSpace);
        this.dueFiles = new EraseDueFiles(platform, eraseFile);
        this.unopened = new CloseUnopenedSpaces(platform, eraseSpace);
        this.list = new ListErasures(platform.database());
        this.resources = List.of();
    }

    public EraseDeskFile eraseFile() {
        return eraseFile;
    }

    public EraseSpace eraseSpace() {
        return eraseSpace;
    }

    /** Erasures to carry over a restore. */
    public ListErasures list() {
        return list;
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
    public List<AuditCode> auditCodes() {
        return List.of(PrivacyAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
