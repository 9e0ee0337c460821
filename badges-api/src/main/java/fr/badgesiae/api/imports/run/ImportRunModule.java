package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.jobs.Job;
import java.time.Duration;
import java.util.List;

/** The parts of imports. */
public final class ImportRunModule {
    private final List<Object> resources;
    private final AddPeopleJob add;
    private final DropImports drop;
    private final CheckList check;

    public ImportRunModule(Platform platform, Organisations organisations) {
        ShowImport show = new ShowImport(platform.database());
        AddPeople people = new AddPeople(platform, organisations);
        this.add = new AddPeopleJob(platform.database(), people);
        this.drop = new DropImports(platform.database(), platform.clock());
        this.check = new CheckList(platform);
        this.resources = List.of(
                new ImportFormPages(platform, new ListImports(platform.database()), show, check),
                new ImportPages(platform, show, people),
                new ImportFilePages(platform, new ReadLines(platform.database())));
    }

    public List<Object> resources() {
        return resources;
    }

    public CheckList checkList() {
        return check;
    }

    public List<Job> jobs() {
        return List.of(
                Job.onOneNode("add-imported-people", Duration.ofSeconds(5), add),
                Job.onOneNode("drop-people-imports", Duration.ofHours(6), drop::apply));
    }
}
