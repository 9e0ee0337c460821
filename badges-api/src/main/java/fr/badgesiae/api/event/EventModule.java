package fr.badgesiae.api.event;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.bulk.run.AwardRunModule;
import fr.badgesiae.api.event.content.EventAudit;
import fr.badgesiae.api.event.content.EventCodes;
import fr.badgesiae.api.event.open.EnterEvent;
import fr.badgesiae.api.event.open.PublicEventPages;
import fr.badgesiae.api.event.personal.EventPersonalData;
import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.many.NewPeople;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.todo.Todo;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Events and workshops whose people can get a badge. */
public final class EventModule implements Feature {
    private final PlanEvent plan;
    private final ShowPoster poster;
    private final EnterEvent enter;
    private final ForgetEntries forget;
    private final List<Object> resources;

    public EventModule(
            Platform platform,
            Organisations organisations,
            Achievements achievements,
            RecoveryCards cards,
            AwardRunModule runs) {
        EventCodes codes = new EventCodes(platform.vault());
        ShowEvent show = new ShowEvent(platform);
        this.plan = new PlanEvent(platform, organisations, codes);
        this.poster = new ShowPoster(platform, codes);
        this.enter = new EnterEvent(platform, codes, cards);
        this.forget = new ForgetEntries(platform);
        this.resources = List.of(
                new EventPages(
                        platform,
                        new ListEvents(platform),
                        new ListEventBadges(platform),
                        plan,
                        show,
                        new ChangeEvent(platform),
                        poster),
                new EntryPages(
                        platform,
                        show,
                        new HandleEntries(platform, new NewPeople(platform, organisations)),
                        new PrepareEventRun(platform, achievements, runs.create(), runs.choose())),
                PublicEventPages.of(platform, codes, enter));
    }

    public PlanEvent plan() {
        return plan;
    }

    /** The code of a poster. */
    public ShowPoster poster() {
        return poster;
    }

    public EnterEvent enter() {
        return enter;
    }

    @Override
    public List<Job> jobs() {
        return List.of(Job.onOneNode("forget-event-entries", Duration.ofHours(6), forget::apply));
    }

    @Override
    public List<Todo> todos() {
        return List.of(new Todo(
                Todo.Urgency.SOON, 8, Permission.AWARD, "event.todo.waiting", "/app/events", EventDao.WAITING));
    }

    @Override
    public Map<String, String> sections() {
        return Map.of("/app/events", "/app/requests");
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/e/{code}", "/e/{code}/done");
    }

    @Override
    public List<MergedTable> mergedTables() {
        return List.of(MergedTable.moved("event_entry", null));
    }

    @Override
    public PersonalData personalData() {
        return EventPersonalData.tables();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(EventAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
