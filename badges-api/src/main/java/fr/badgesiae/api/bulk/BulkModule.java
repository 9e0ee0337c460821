package fr.badgesiae.api.bulk;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.bulk.ceremony.CeremonyAudit;
import fr.badgesiae.api.bulk.ceremony.CeremonyDao;
import fr.badgesiae.api.bulk.ceremony.CeremonyModule;
import fr.badgesiae.api.bulk.personal.RunPersonalData;
import fr.badgesiae.api.bulk.run.AwardRunModule;
import fr.badgesiae.api.bulk.run.RunAudit;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.todo.Todo;
import java.util.List;
import java.util.stream.Stream;

/** Acts of a desk for many people at once. */
public final class BulkModule implements Feature {
    private final SlipSheetPages sheets;
    private final AwardRunModule runs;
    private final CeremonyModule ceremonies;

    public BulkModule(Platform platform, Organisations organisations, Achievements achievements, OfferModule offers) {
        this.sheets = new SlipSheetPages(
                platform,
                new ListSlips(platform, organisations),
                new PrintSlips(platform, organisations, offers.slips()));
        this.runs = new AwardRunModule(platform, organisations, achievements, offers);
        this.ceremonies = new CeremonyModule(platform, organisations);
    }

    @Override
    public List<Object> resources() {
        return Stream.of(List.of((Object) sheets), runs.resources(), ceremonies.resources())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Job> jobs() {
        return Stream.concat(runs.jobs().stream(), ceremonies.jobs().stream()).toList();
    }

    @Override
    public List<Todo> todos() {
        return List.of(new Todo(
                Todo.Urgency.NOW, 5, Permission.DESK, "bulk.todo.ceremony", "/app/ceremonies/back", CeremonyDao.TODAY));
    }

    @Override
    public PersonalData personalData() {
        return RunPersonalData.tables();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return Stream.<AuditCode>concat(Stream.of(RunAudit.values()), Stream.of(CeremonyAudit.values()))
                .toList();
    }
}
