package fr.badgesiae.api.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections to a database that a test takes away and gives back. */
public final class CutConnections extends WrappedDataSource {
    private volatile boolean cut;

    public CutConnections(DataSource real) {
        super(real);
    }

    /** From now on, no connection is given. */
    public void cut() {
        cut = true;
    }

    public void restore() {
        cut = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (cut) {
            // as the driver says it
            throw new SQLException("Connection refused", "08001");
        }
        return real.getConnection();
    }
}
