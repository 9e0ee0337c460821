package fr.badgesiae.api.platform.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.ExtensionMetadata;
import org.jdbi.v3.core.extension.ExtensionMetadata.ExtensionHandlerInvoker;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.core.mapper.RowMappers;
import org.jdbi.v3.sqlobject.SqlObjectFactory;
import org.jspecify.annotations.Nullable;

/**
 * Attaches DAOs to handles. The annotations of a DAO are read once, a method is prepared when a handle first calls it, and
 * rows are matched with records once. Jdbi by itself prepares all methods at each attachment and matches at each result, which
 * takes longer than the statement.
 */
final class LazyDaos implements ExtensionFactory {
    private final Jdbi jdbi;
    private final Extensions original;
    private final ExtensionFactory sqlObjects;
    private final Map<Class<?>, Known> known = new ConcurrentHashMap<>();

    /** @param jdbi with SQL objects */
    LazyDaos(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.original = jdbi.getConfig(Extensions.class);
        this.sqlObjects = original.findFactory(SqlObjectFactory.class).orElseThrow();
    }

    @Override
    public boolean accepts(Class<?> type) {
        return known.containsKey(type) || sqlObjects.accepts(type);
    }

    /** This factory makes the proxy itself. */
    @Override
    public Set<FactoryFlag> getFactoryFlags() {
        return Set.of(FactoryFlag.DONT_USE_PROXY);
    }

    @Override
    public <E> E attach(Class<E> type, HandleSupplier handles) {
        Known dao = known.computeIfAbsent(type, this::read);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Dao(dao, handles)));
    }

    private Known read(Class<?> type) {
        // A handle has a copy of the configuration; what is read there is lost with it.
        ExtensionMetadata metadata = original.findMetadata(type, sqlObjects);
        return new Known(
                metadata,
                new RowRecords(
                        metadata.createInstanceConfiguration(jdbi.getConfig()).get(RowMappers.class)));
    }

    /** What is the same on all handles. */
    private record Known(ExtensionMetadata metadata, RowRecords rows) {}

    /** The methods of one DAO on one handle, which one thread uses. */
    private static final class Dao implements InvocationHandler {
        private final ExtensionMetadata metadata;
        private final HandleSupplier handles;
        private final ConfigRegistry configuration;
        private final Map<Method, ExtensionHandlerInvoker> prepared = new HashMap<>();

        Dao(Known known, HandleSupplier handles) {
            this.metadata = known.metadata();
            this.handles = handles;
            this.configuration = metadata.createInstanceConfiguration(handles.getConfig());
            configuration.get(RowMappers.class).register(known.rows());
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(proxy, method, arguments);
            }
            return prepared.computeIfAbsent(
                            method,
                            called -> metadata.createExtensionHandlerInvoker(proxy, called, handles, configuration))
                    .invoke(arguments);
        }

        private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> metadata.extensionType().getName();
            };
        }
    }
}
