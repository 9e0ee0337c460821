package fr.badgesiae.api.credential.batch;

import com.codahale.metrics.MetricRegistry;
import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.commands.Secrets;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.ConnectionPool;
import fr.badgesiae.api.platform.db.EmbeddedDatabase;
import fr.badgesiae.api.platform.db.Migrations;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** The service's own code in this process, without its web layer, on the durable built-in database of a data folder. */
public final class OwnInstallation implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    private final DataFolder folder;
    private final EmbeddedDatabase database;
    private final DataSource pool;
    private final Assembly assembly;
    private final Jdbi owner;

    /**
     * Opens it; a new folder gets its database.
     *
     * @param origin where the service answers
     */
    public OwnInstallation(Path data, URI origin) throws IOException {
        Ids ids = Ids.secure();
        this.folder = DataFolder.open(data);
        this.database = EmbeddedDatabase.start(folder, ids);
        new Migrations(database.owner()).migrate();
        this.pool = ConnectionPool.open(database.service(), CONNECTIONS, new MetricRegistry());
        this.assembly = new Assembly(
                new Settings(origin, true),
                pool,
                Secrets.ofFolder(folder, ids),
                ids,
                Clock.systemUTC(),
                Notices.none());
        this.owner = superuser(data);
    }

    /** The built-in database at the port of this start. */
    public static Jdbi superuser(Path data) throws IOException {
        String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .get(3)
                .strip();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/badges");
        source.setUser("postgres");
        source.setPassword(Files.readString(data.resolve("database-password")).strip());
        return ConnectionPool.jdbi(source);
    }

    public Assembly assembly() {
        return assembly;
    }

    public Jdbi owner() {
        return owner;
    }

    @Override
    public void close() {
        pool.close();
        database.close();
        folder.close();
    }
}
