package fr.badgesiae.api.keys;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;
import java.util.UUID;

/** Opens the newest and the oldest private keys. Some fail with a wrong master key or without an older one. */
final class KeyHealthCheck extends HealthCheck {
    private static final int EACH = 5;

    private final Database database;
    private final SigningKeys keys;

    KeyHealthCheck(Database database, SigningKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    protected Result check() {
        List<UUID> owners =
                database.inPublic(handle -> handle.attach(KeyDao.class).owners(EACH));
        long closed = owners.stream()
                .map(OrganisationId::new)
                .filter(owner -> !database.inOrganisation(owner, handle -> keys.openable(handle, owner)))
                .count();
        return closed == 0
                ? Result.healthy()
                : Result.unhealthy("the signing keys of %d of %d organisations do not open", closed, owners.size());
    }
}
