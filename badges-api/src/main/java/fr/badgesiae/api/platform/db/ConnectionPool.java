package fr.badgesiae.api.platform.db;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** Connections of the service, logged in as a role that owns nothing and sees one tenant at a time. */
public final class ConnectionPool {
    private ConnectionPool() {}

    /**
     * Opens the pool of the service.
     *
     * @param address with the service's role, never the owner's
     * @param size the largest number of connections
     */
    public static DataSource open(DatabaseAddress address, int size, MetricRegistry metrics) {
        PoolProperties pool = new PoolProperties();
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password().value());
        pool.setName("database");
        pool.setMaxActive(size);
        pool.setMaxIdle(size);
        pool.setMinIdle(1);
        pool.setInitialSize(1);
        pool.setMaxWait(5_000);
        // A test at each borrow halves the throughput; idle connections are tested in the background.
        pool.setTestOnBorrow(false);
        pool.setTestWhileIdle(true);
        pool.setTimeBetweenEvictionRunsMillis(5_000);
        pool.setMinEvictableIdleTimeMillis(60_000);
        pool.setValidationQuery("SELECT 1");
        pool.setValidationQueryTimeout(3);
        // No proxy around statements: it costs more than many a statement.
        pool.setUseStatementFacade(false);
        // Details of a server's error repeat the values of the row.
        pool.setConnectionProperties(
                "ApplicationName=badges-iae;connectTimeout=5;tcpKeepAlive=true;logServerErrorDetail=false");
        DataSource source = new DataSource(pool);
        metrics.register("database.connections.active", (Gauge<Integer>) source::getActive);
        metrics.register("database.connections.idle", (Gauge<Integer>) source::getIdle);
        metrics.register("database.connections.waiting", (Gauge<Integer>) source::getWaitCount);
        return source;
    }

    /** Jdbi with SQL objects and PostgreSQL types, for all DAOs. */
    public static Jdbi jdbi(javax.sql.DataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()).installPlugin(new PostgresPlugin());
        // Names, texts and hashes are arguments of statements; exceptions end in the log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.getConfig(Extensions.class).register(new LazyDaos(jdbi));
        return jdbi;
    }
}
