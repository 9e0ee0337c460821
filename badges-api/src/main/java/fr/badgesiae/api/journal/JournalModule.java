package fr.badgesiae.api.journal;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.journal.seal.SealModule;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.person.PersonModule;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The journal. */
public final class JournalModule implements Feature {
    private static final int PAGE = 50;
    private static final Duration EVERY = Duration.ofDays(1);

    private final OwnActs ownActs = new OwnActs();
    private final ForgetOldLines forget;
    private final SealModule seal;
    private final List<Object> resources;

    public JournalModule(Platform platform, PersonModule persons, SigningKeys keys) {
        Database database = platform.database();
        this.forget = new ForgetOldLines(database);
        this.seal = new SealModule(platform, keys);
        this.resources = List.of(new JournalPages(
                platform, new ListJournal(database, PAGE), new FindForJournal(database, persons.people())));
        persons.history(new ReadHistory());
    }

    /** What concerns a holder. */
    public OwnActs ownActs() {
        return ownActs;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.inMenu(75, Permission.JOURNAL, "/app/journal", "journal", "common.nav.journal"));
    }

    @Override
    public List<Job> jobs() {
        return Stream.concat(
                        Stream.of(Job.onOneNode("forget-old-audit-lines", EVERY, forget::apply)), seal.jobs().stream())
                .toList();
    }

    @Override
    public Map<String, HealthCheck> healthChecks() {
        return seal.healthChecks();
    }

    @Override
    public void prepare() {
        seal.prepare();
    }

    /** The seal over the lines. */
    public SealModule seal() {
        return seal;
    }

    /** Lines hold ids alone: an erasure leaves nothing of a person in them. The copies tell what was done. */
    @Override
    public PersonalData personalData() {
        String codes = "ARRAY['" + String.join("', '", Act.ofHolder()) + "']";
        return PersonalTables.of("audit_event")
                .exportFile("journal", JournalDao.EXPORT_FILE.replace("<codes>", codes))
                .exportSpace("journal", JournalDao.EXPORT_SPACE.replace("<codes>", codes))
                .build();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(JournalAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
