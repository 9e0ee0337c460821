package fr.badgesiae.api.reopening;

import fr.badgesiae.api.holder.HolderModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonModule;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.todo.Todo;
import fr.badgesiae.api.reopening.personal.ReopeningPersonalData;
import java.time.Clock;
import java.util.List;

/** The way back into a space. */
public final class ReopeningModule implements Feature {
    private final ReopeningSlips slips;
    private final ReopenAccess reopen;
    private final PrintReopening print;
    private final FindReopening find;
    private final UseReopening use;
    private final ShowCardAgain again;
    private final List<Object> resources;

    public ReopeningModule(
            Platform platform,
            Organisations organisations,
            PersonModule persons,
            HolderModule holders,
            Sessions sessions) {
        Database database = platform.database();
        Clock clock = platform.clock();
        this.slips = new ReopeningSlips(platform.vault(), platform.passwords(), platform.ids());
        this.reopen = new ReopenAccess(platform, persons.people(), slips, holders.notices());
        this.print = new PrintReopening(platform, organisations, persons.people(), slips);
        this.find = new FindReopening(database, slips, clock, holders.cards());
        this.again =
                new ShowCardAgain(platform, slips, holders.cards(), holders.pinCheck(), holders.visits(), sessions);
        this.use = new UseReopening(platform, slips, holders.cards(), holders.visits(), holders.notices(), sessions);
        this.resources = List.of(
                new ReopeningPages(
                        platform,
                        new ShowAccess(database, persons.people(), clock),
                        reopen,
                        print,
                        new CancelReopening(platform, persons.people())),
                new ReopeningListPages(platform, new ListReopenings(database), new ReviewReopening(platform)),
                new AccessSlipPages(platform, find, use, again, sessions));
        persons.spaceStates(new ReadSpaceState(clock));
    }

    @Override
    public List<Todo> todos() {
        return List.of(new Todo(
                Todo.Urgency.NOW,
                30,
                Permission.ORGANISATION,
                "reopening.todo.unreviewed",
                "/app/reopenings",
                ReopeningDao.UNREVIEWED));
    }

    @Override
    public List<MergedTable> mergedTables() {
        return List.of(ReopeningPersonalData.merged());
    }

    @Override
    public PersonalData personalData() {
        return ReopeningPersonalData.tables();
    }

    public ReopenAccess reopen() {
        return reopen;
    }

    public PrintReopening print() {
        return print;
    }

    public ReopeningSlips slips() {
        return slips;
    }

    public FindReopening find() {
        return find;
    }

    public ShowCardAgain again() {
        return again;
    }

    public UseReopening use() {
        return use;
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/access/{code}", "/access/{code}/card");
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(ReopeningAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
