package fr.badgesiae.api.platform.db;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.sqlobject.SqlObjectFactory;

/**
 * Reads a DAO's annotations once. A handle works on a copy of the configuration, and what it learns of a DAO ends with it;
 * this factory, which is asked first and never makes anything, has the original learn it too, and every later copy knows.
 */
final class DaoWarmUp implements ExtensionFactory {
    private final Extensions original;
    private final Set<Class<?>> learnt = ConcurrentHashMap.newKeySet();

    /**
     * @param jdbi with SQL objects
     */
    DaoWarmUp(Jdbi jdbi) {
        this.original = jdbi.getConfig(Extensions.class);
    }

    @Override
    public boolean accepts(Class<?> type) {
        if (learnt.add(type)) {
            original.findFactory(SqlObjectFactory.class)
                    .filter(factory -> factory.accepts(type))
                    .ifPresent(factory -> original.findMetadata(type, factory));
        }
        return false;
    }
}
