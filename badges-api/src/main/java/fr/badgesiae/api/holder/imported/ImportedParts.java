package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.verification.VerificationModule;
import java.time.Duration;
import java.util.List;

/** Wires badges from elsewhere. */
public final class ImportedParts {
    private final ImportSeal seal;
    private final DropPendingImports drop;
    private final List<Object> resources;

    public ImportedParts(Platform platform, VerificationModule verification) {
        Database database = platform.database();
        this.seal = new ImportSeal(platform.vault());
        this.drop = new DropPendingImports(platform);
        LastReports reports = new LastReports(platform.clock());
        FindImported find = new FindImported(database, seal);
        this.resources = List.of(
                new ImportPages(
                        platform,
                        new ListImported(database, seal),
                        new SubmitBadge(platform, verification.verifyToKeep(), seal, reports),
                        verification.reports()),
                new ImportedBadgePages(
                        platform,
                        find,
                        new ShowImported(platform, find, verification.verifyToKeep(), seal, reports),
                        new KeepBadge(platform),
                        new RemoveBadge(platform),
                        verification.reports()));
    }

    public List<Object> resources() {
        return resources;
    }

    /** Drops what nobody said to keep. */
    public Job job() {
        return Job.onOneNode("drop-pending-imports", Duration.ofHours(1), drop::apply);
    }

    /** Names what is kept for the space that it moves to. */
    public MoveImports move() {
        return new MoveImports(seal);
    }

    /** Opens what is kept, for the copy of a person's data. */
    public OpenedImports opened() {
        return new OpenedImports(seal);
    }
}
