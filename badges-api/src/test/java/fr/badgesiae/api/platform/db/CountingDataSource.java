package fr.badgesiae.api.platform.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Counts the statements of the threads under test, including the BEGIN that the driver sends first, COMMIT and ROLLBACK. */
public final class CountingDataSource extends WrappedDataSource {
    private static final Set<String> ENDS = Set.of("commit", "rollback");

    private final Predicate<Thread> counted;
    private final List<String> seen = new ArrayList<>();

    /** @param counted the threads whose statements count; jobs run in others */
    public CountingDataSource(DataSource source, Predicate<Thread> counted) {
        super(source);
        this.counted = counted;
    }

    /** Returns the statements since the last call, in order, and clears them. */
    public synchronized List<String> drain() {
        List<String> drained = List.copyOf(seen);
        seen.clear();
        return drained;
    }

    private synchronized void count(String statement) {
        if (counted.test(Thread.currentThread())) {
            seen.add(statement);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, new ConnectionHandler(real.getConnection()));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private final class ConnectionHandler implements InvocationHandler {
        private final Connection connection;
        private boolean begun;

        ConnectionHandler(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
            Object result = call(connection, method, arguments);
            boolean savepoint = arguments != null && arguments.length == 1 && arguments[0] instanceof Savepoint;
            if (savepoint) {
                count("END OF SAVEPOINT");
            } else if (ENDS.contains(method.getName()) && begun) {
                count(method.getName().toUpperCase(java.util.Locale.ROOT));
                begun = false;
            }
            if (result instanceof Statement statement) {
                String sql = arguments != null && arguments[0] instanceof String text ? text : null;
                Class<? extends Statement> type = result instanceof CallableStatement
                        ? CallableStatement.class
                        : result instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
                return proxy(type, (self, called, values) -> execute(statement, sql, called, values));
            }
            return result;
        }

        private Object execute(Statement statement, String prepared, java.lang.reflect.Method called, Object[] values)
                throws Throwable {
            if (called.getName().startsWith("execute")) {
                if (!begun && !connection.getAutoCommit()) {
                    count("BEGIN");
                    begun = true;
                }
                String sql = values != null && values[0] instanceof String text ? text : String.valueOf(prepared);
                count(sql.strip().replaceAll("\\s+", " "));
            }
            return call(statement, called, values);
        }
    }
}
