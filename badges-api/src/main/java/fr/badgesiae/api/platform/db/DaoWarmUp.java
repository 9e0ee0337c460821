package fr.badgesiae.api.platform.db;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.sqlobject.SqlObjectFactory;

/**
 * Reads the annotations of each DAO once. Each handle has a copy of the configuration, and DAO metadata read there is lost
 * with it. This factory is called first and accepts nothing; it reads the metadata into the original configuration.
 */
final class DaoWarmUp implements ExtensionFactory {
    private final Extensions original;
    private final Set<Class<?>> known = ConcurrentHashMap.newKeySet();

    /**
     * @param jdbi with SQL objects
     */
    DaoWarmUp(Jdbi jdbi) {
        this.original = jdbi.getConfig(Extensions.class);
    }

    @Override
    public boolean accepts(Class<?> type) {
        if (known.add(type)) {
            original.findFactory(SqlObjectFactory.class)
                    .filter(factory -> factory.accepts(type))
                    .ifPresent(factory -> original.findMetadata(type, factory));
        }
        return false;
    }
}
