package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;

/** Reads the badges from elsewhere of a space, as they were judged last. */
public final class ListImported {
    private final Database database;
    private final ImportSeal seal;

    public ListImported(Database database, ImportSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** Newest first; none while a reopening limits the space. */
    List<ImportedBadge> apply(HolderId holder) {
        return database
                .inHolder(holder, handle -> handle.attach(ImportedDao.class).list(holder.value()))
                .stream()
                .map(row -> new ImportedBadge(
                        row.id(), seal.openFacts(row.facts(), row.id()), row.headline(), row.known(), row.checkedAt()))
                .toList();
    }
}
