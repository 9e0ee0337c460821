package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Duration;

/** Goes on with every import that has started, also with those whose node died. */
final class AddPeopleJob implements Runnable {
    /** Then the others have their turn. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Database database;
    private final AddPeople add;

    AddPeopleJob(Database database, AddPeople add) {
        this.database = database;
        this.add = add;
    }

    @Override
    public void run() {
        database.look(handle -> handle.attach(ImportDao.class).started())
                .forEach(row -> add.apply(new OrganisationId(row.organisationId()), new ImportId(row.id()), LONGEST));
    }
}
