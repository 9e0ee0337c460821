package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the public keys of an organisation: by algorithm, newest first. */
final class ListKeys {
    private final Database database;

    ListKeys(Database database) {
        this.database = database;
    }

    /**
     * A published key.
     *
     * @param until null while the key is in use
     */
    record Key(
            UUID id,
            KeyAlgorithm algorithm,
            KeyState state,
            Instant since,
            @Nullable Instant until) {}

    List<Key> apply(OrganisationId organisation) {
        return database.inOrganisation(
                organisation,
                handle -> handle.attach(KeyDao.class).of(organisation.value()).stream()
                        .map(row -> new Key(row.id(), row.algorithm(), row.state(), row.notBefore(), row.notAfter()))
                        .toList());
    }
}
