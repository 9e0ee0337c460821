package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.draft.ArchiveAchievement;
import fr.badgesiae.api.achievement.draft.CreateAchievement;
import fr.badgesiae.api.achievement.draft.PublishAchievement;
import fr.badgesiae.api.achievement.draft.SaveAchievement;
import fr.badgesiae.api.achievement.form.AchievementForm;
import fr.badgesiae.api.bulk.ceremony.CeremonyId;
import fr.badgesiae.api.bulk.ceremony.CeremonyModule;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.run.AwardRunModule;
import fr.badgesiae.api.bulk.run.ChoosePeople;
import fr.badgesiae.api.bulk.run.WriteRun;
import fr.badgesiae.api.event.EventForm;
import fr.badgesiae.api.event.EventModule;
import fr.badgesiae.api.event.content.EventId;
import fr.badgesiae.api.event.content.EventTime;
import fr.badgesiae.api.event.open.EnterEvent;
import fr.badgesiae.api.observation.ObservationForm;
import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.person.group.AddMembers;
import fr.badgesiae.api.person.group.CreateGroup;
import fr.badgesiae.api.person.group.GroupForm;
import fr.badgesiae.api.person.team.AssignTeams;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One structure of the invented network: who acts for it, its badges, and its days. */
final class Structure {
    private static final int FIRST_REVISION = 1;
    /** As after a night: a list that lapses later need not be signed for today. */
    private static final Duration FRESH = Duration.ofHours(12);

    private final Assembly.Past past;
    private final Timeline timeline;
    private final Principal member;
    private final Map<String, AchievementId> badges = new HashMap<>();
    private final Map<String, GroupId> groups = new HashMap<>();
    private final Map<String, PublishedAchievement> published = new HashMap<>();

    /** @param member who does what the desk does */
    Structure(Assembly.Past past, Timeline timeline, Principal member) {
        this.past = past;
        this.timeline = timeline;
        this.member = member;
    }

    Assembly.Past past() {
        return past;
    }

    Timeline timeline() {
        return timeline;
    }

    Principal member() {
        return member;
    }

    OrganisationId id() {
        return member.organisation();
    }

    /** Before something is signed: what the job does each night. */
    void renewLists() {
        past.platform().database().inOrganisation(id(), handle -> {
            past.features()
                    .statusList()
                    .statusLists()
                    .renew(handle, id(), past.platform().clock().instant().plus(FRESH));
            return id();
        });
    }

    /** From the start, as it holds numbers. */
    void asksPassIae() {
        timeline.on(1_080, () -> past.features().pathway().passIaeUse().apply(member, true));
    }

    /** A person whom this structure takes on. */
    Life person(String firstName, String lastName) {
        return person(firstName, lastName, PersonKind.WORKER);
    }

    /** The same for one who has no pathway. */
    Life person(String firstName, String lastName, PersonKind kind) {
        return new Life(this, firstName, lastName, kind);
    }

    /** A site, team or group with these people. */
    void group(int daysAgo, GroupKind kind, String name, Life... people) {
        timeline.on(daysAgo, () -> {
            CreateGroup.Created group =
                    new CreateGroup(past.platform()).apply(member, new GroupForm(kind.name(), name, ""));
            Story.require(group.errors().isEmpty(), "a group was not created");
            Set<PersonId> ids = Arrays.stream(people).map(Life::id).collect(Collectors.toSet());
            new AddMembers(past.platform()).apply(member, group.id(), ids);
            groups.put(name, group.id());
        });
    }

    /** The management makes a member responsible for a site or team. */
    void assigns(int daysAgo, Principal management, String group, Principal supervisor) {
        timeline.on(
                daysAgo,
                () -> new AssignTeams(past.platform(), past.features().account().members())
                        .apply(
                                management,
                                List.of(new AssignTeams.Assignment(
                                        supervisor.account(), Objects.requireNonNull(groups.get(group)))),
                                List.of()));
    }

    /** A list of people that waits to be checked, brought by a member who may. */
    void brings(int daysAgo, Principal management, String cells) {
        timeline.on(daysAgo, () -> past.features().imports().checkList().apply(management, new byte[0], cells, null));
    }

    /** An award for several people that a member who may not make the offers has ready. */
    void prepares(int daysAgo, Principal by, String badge, String narrative, Life... people) {
        timeline.on(daysAgo, () -> {
            AwardRunModule runs = past.features().bulk().runs();
            AwardRunId run = runs.create().apply(by, published(badge).id()).orElseThrow();
            Set<PersonId> ids = Arrays.stream(people).map(Life::id).collect(Collectors.toSet());
            ChoosePeople.Choice choice =
                    new ChoosePeople.Choice(ids, ids, Set.of(), "", Optional.empty(), ChoosePeople.More.NOTHING);
            Reach reader = Reach.of(by);
            Story.require(runs.choose().apply(reader, run, choice).chosen() == people.length, "not all were chosen");
            WriteRun.Words words = new WriteRun.Words(narrative, "", Map.of());
            Story.require(runs.write().apply(reader, run, words, true).isEmpty(), "the words were not kept");
        });
    }

    /** A day on which badges are given: today, to whoever has these offers. */
    void celebrates(int daysAgo, String place, Proposal... offers) {
        timeline.on(daysAgo, () -> {
            CeremonyModule ceremonies = past.features().bulk().ceremonies();
            CeremonyId ceremony = ceremonies
                    .plan()
                    .apply(member, timeline.day(0), place, Optional.empty())
                    .orElseThrow()
                    .id();
            Set<OfferId> guests = Arrays.stream(offers).map(Proposal::id).collect(Collectors.toSet());
            ceremonies.guests().apply(id(), ceremony, Set.of(), guests);
        });
    }

    /** A workshop with a poster, open for some weeks, and whoever wrote their name behind it. */
    void workshop(int daysAgo, String badge, String name, String... people) {
        timeline.on(daysAgo, () -> {
            String day = timeline.day(daysAgo).toString();
            EventForm form = new EventForm(
                    badge(badge).toString(),
                    name,
                    "Dépôt du canal",
                    day,
                    day + "T00:00",
                    timeline.day(daysAgo).plusMonths(1) + "T18:00",
                    "30");
            EventModule events = past.features().event();
            EventId event = events.plan().apply(member, form);
            Code code = events.poster().apply(id(), event).code();
            for (String person : people) {
                String[] names = person.split(" ", 2);
                EnterEvent.Who who = new EnterEvent.Who(PersonForm.named(names[0], names[1]), null);
                Story.require(
                        events.enter().apply(code, who).equals(Optional.of(EventTime.OPEN)), "a name was not taken");
            }
        });
    }

    /** Drafts and publishes a badge. */
    void publishes(int daysAgo, AchievementContent badge) {
        drafts(daysAgo, badge);
        timeline.on(daysAgo, () -> new PublishAchievement(past.platform()).apply(member, badge(badge.name())));
    }

    void drafts(int daysAgo, AchievementContent badge) {
        timeline.on(
                daysAgo, () -> badges.put(badge.name(), new CreateAchievement(past.platform()).apply(member, badge)));
    }

    /** Saves other words of a badge of the same name, once. */
    void rewrites(int daysAgo, AchievementContent badge, boolean publish) {
        timeline.on(daysAgo, () -> {
            SaveAchievement.Outcome outcome = new SaveAchievement(past.platform())
                    .apply(member, badge(badge.name()), FIRST_REVISION, AchievementForm.of(badge));
            Story.require(outcome instanceof SaveAchievement.Outcome.Saved, "a badge was not saved");
            if (publish) {
                published.remove(badge.name());
                new PublishAchievement(past.platform()).apply(member, badge(badge.name()));
            }
        });
    }

    /** What a member saw somebody do. */
    Seen sees(int daysAgo, Principal by, Life person, AchievementContent badge, Manner manner, Integer... tasks) {
        Seen seen = new Seen(this, person);
        timeline.on(daysAgo, () -> {
            String today = by.zone().today(past.platform().clock()).toString();
            ObservationForm form = new ObservationForm(
                    Arrays.stream(tasks).map(badge.tasks()::get).toList(), manner.name(), "", today, false);
            seen.is(past.features().observation().note().apply(by, person.id(), badge(badge.name()), form));
        });
        return seen;
    }

    /** What a client saw, by a code on the time sheet. */
    void returned(int daysAgo, Principal by, Life person, AchievementContent badge, String note, String client) {
        timeline.on(
                daysAgo, () -> ClientReturns.say(past, by, person, badge(badge.name()), badge.tasks(), note, client));
    }

    void archives(int daysAgo, String name) {
        timeline.on(daysAgo, () -> new ArchiveAchievement(past.platform()).apply(member, badge(name)));
    }

    private AchievementId badge(String name) {
        AchievementId id = badges.get(name);
        if (id == null) {
            throw new IllegalStateException("no such badge: " + name);
        }
        return id;
    }

    /** The version of a badge that is awarded at the time of the clock. */
    PublishedAchievement published(String name) {
        return published.computeIfAbsent(name, this::newest);
    }

    private PublishedAchievement newest(String name) {
        AchievementId badge = badge(name);
        return past
                .platform()
                .database()
                .inOrganisation(
                        id(),
                        handle -> past.features().achievement().achievements().published(handle, id()))
                .stream()
                .filter(version -> version.achievement().equals(badge))
                .findFirst()
                .orElseThrow();
    }
}
