package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.verifier.TrustRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** Issuers named by lists of pinned signers, by whole DID. Expired lists and unpinned signers do not count. */
public final class ImportedIssuers implements TrustRegistry {
    private static final Pattern DID = Pattern.compile("did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,2040}");

    private final Database database;
    private final Clock clock;

    public ImportedIssuers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Entry> find(String issuerId) {
        if (!DID.matcher(issuerId).matches()) {
            return Optional.empty();
        }
        return database.inPublic(handle -> handle.attach(SignerDao.class).imported(issuerId, clock.instant()))
                .map(ImportedIssuers::entry);
    }

    private static Entry entry(ImportedRow row) {
        boolean active = row.state().equals("ACTIVE");
        return new Entry(
                row.name(), row.siret(), row.network(), active ? row.since() : null, active ? null : row.since());
    }
}
