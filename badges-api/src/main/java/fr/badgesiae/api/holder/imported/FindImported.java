package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;

/** Reads a badge from elsewhere as it was kept, without judging it. */
public final class FindImported {
    private final Database database;
    private final ImportSeal seal;

    public FindImported(Database database, ImportSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    /**
     * A badge as it was kept.
     *
     * @param badge as it was judged last
     * @param row as the database has it
     * @param file the bytes as they were brought
     */
    @SuppressWarnings("ArrayRecordComponent") // written to an answer; never compared
    record Found(ImportedBadge badge, ImportedRow row, byte[] file) {}

    /** @throws ProblemException NOT_FOUND for the badge of another holder, one that is gone, and in a limited space */
    Found apply(HolderId holder, UUID id) {
        ImportedRow row = database.inHolder(
                        holder, handle -> handle.attach(ImportedDao.class).find(id, holder.value()))
                .orElseThrow(ProblemException::notFound);
        ImportedFacts facts = seal.openFacts(row.facts(), id);
        return new Found(
                new ImportedBadge(id, facts, row.headline(), row.known(), row.checkedAt()),
                row,
                seal.openFile(row.file(), id));
    }
}
