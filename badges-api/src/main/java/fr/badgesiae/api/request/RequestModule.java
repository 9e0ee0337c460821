package fr.badgesiae.api.request;

import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.todo.OpenWork;
import fr.badgesiae.api.platform.todo.Todo;
import fr.badgesiae.api.request.content.RequestAudit;
import fr.badgesiae.api.request.personal.RequestPersonalData;
import fr.badgesiae.api.request.space.AskForBadge;
import fr.badgesiae.api.request.space.SpaceRequestPages;
import java.util.List;

/** Requests for badges. */
public final class RequestModule implements Feature {
    private final AskForBadge ask;
    private final SuggestBadge suggest;
    private final List<Object> resources;

    public RequestModule(Platform platform, Organisations organisations, People people, OfferModule offers) {
        this.ask = new AskForBadge(platform, organisations);
        this.suggest = new SuggestBadge(platform, organisations, people);
        offers.asked().answeredBy(new FindWanted(platform)::apply, new AnswerWithOffer(platform)::offered);
        ShowRequest show = new ShowRequest(platform);
        ChangeRequest change = new ChangeRequest(platform);
        this.resources = List.of(
                new RequestPages(platform, new ListRequests(platform)),
                new RequestChangePages(platform, show, change),
                new SuggestionPages(platform, new ListSuggestable(platform), suggest),
                new RequestedBadgePages(
                        platform, new ListRequestedBadges(platform), new ChooseRequestedBadges(platform)),
                SpaceRequestPages.of(platform, ask));
    }

    public AskForBadge ask() {
        return ask;
    }

    public SuggestBadge suggest() {
        return suggest;
    }

    /** Those of one person, for their page. */
    public PersonPart ofPerson() {
        return new RequestsOfPerson();
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of(55, Permission.PROPOSE, "/app/requests", "request", "common.nav.requests"));
    }

    @Override
    public List<Todo> todos() {
        return List.of(
                new Todo(
                        Todo.Urgency.NOW,
                        15,
                        Permission.AWARD,
                        "request.todo.late",
                        "/app/requests?state=late",
                        RequestDao.COUNT + RequestDao.LATE),
                new Todo(
                        Todo.Urgency.SOON,
                        5,
                        Permission.AWARD,
                        "request.todo.new",
                        "/app/requests?state=sent",
                        RequestDao.COUNT + RequestDao.NEW));
    }

    @Override
    public List<OpenWork> openWork() {
        return List.of(new OpenWork(
                "request.open-work",
                "SELECT count(*) FROM badge_request" + RequestDao.FOLLOWED,
                """
                UPDATE badge_request SET asked_by = :taker""" + RequestDao.FOLLOWED));
    }

    @Override
    public List<MergedTable> mergedTables() {
        return List.of(MergedTable.moved("badge_request", "requests"));
    }

    @Override
    public PersonalData personalData() {
        return RequestPersonalData.tables();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(RequestAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
