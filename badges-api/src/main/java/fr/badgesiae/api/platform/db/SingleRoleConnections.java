package fr.badgesiae.api.platform.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections for migrations where the host gives one role. Statements about {@code badges_app} are replaced by an empty
 * one when they are sent, so that the files and their checksums are the same everywhere.
 */
final class SingleRoleConnections {
    private static final String NOTHING = "DO 'BEGIN END'";

    private SingleRoleConnections() {}

    static DataSource to(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password().value());
        return wrapped(DataSource.class, source);
    }

    /** A proxy whose results are wrapped too, down to the statements. */
    private static <T> T wrapped(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> answer(call(real, method, arguments));
        return type.cast(
                Proxy.newProxyInstance(SingleRoleConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object answer(@Nullable Object result) {
        if (result instanceof Connection connection) {
            return wrapped(Connection.class, connection);
        }
        // A prepared statement already has its text; Flyway sends scripts with plain statements.
        if (result instanceof Statement statement && !(result instanceof java.sql.PreparedStatement)) {
            return wrapped(Statement.class, statement);
        }
        return result;
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean leftOut = method.getName().equals("execute")
                && arguments != null
                && arguments[0] instanceof String sql
                && RoleStatements.concerns(sql);
        try {
            return method.invoke(real, leftOut ? new Object[] {NOTHING} : arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
