package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.HolderId;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Makes the badges from elsewhere of one space comparable to those of another that they move to. */
public final class MoveImports {
    private final ImportSeal seal;

    MoveImports(ImportSeal seal) {
        this.seal = seal;
    }

    /**
     * Hashes again, for another holder, what makes two files one badge: the hash is keyed for the holder. The rows move later in
     * the same transaction.
     *
     * @param handle a transaction that sees the rows of {@code from}
     */
    public void identifyFor(Handle handle, HolderId from, HolderId to) {
        ImportedDao dao = handle.attach(ImportedDao.class);
        for (ImportedDao.KnownRow row : dao.known(from.value())) {
            UUID id = row.id();
            String identity = seal.openFacts(row.facts(), id).identity();
            if (identity != null) {
                dao.identify(id, from.value(), seal.identity(identity, to.value()));
            }
        }
    }
}
