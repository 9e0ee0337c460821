package fr.badgesiae.api.journeys;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The service's database, read and locked by a role that sees every row. */
record DatabaseProbe(Jdbi owner) {
    long count(String sql, Object... arguments) {
        return owner.withHandle(handle -> handle.select("SELECT count(*) FROM " + sql, arguments)
                .mapTo(Long.class)
                .one());
    }

    long credentials(UUID offer, String state) {
        return count(
                "credential c JOIN award a ON a.id = c.award_id WHERE a.offer_id = ? AND c.state = ?", offer, state);
    }

    /** Whether a statement of this kind waits for a lock. */
    boolean waits(String statement) {
        return count(
                        "pg_stat_activity WHERE wait_event_type = 'Lock' AND strpos(query, ?) > 0 AND pid <> pg_backend_pid()",
                        statement)
                > 0;
    }

    /** A lock held until it is released, or its server stops. */
    Hold hold(String sql, Object... arguments) {
        Handle handle = owner.open();
        handle.begin();
        handle.execute(sql, arguments);
        return new Hold(handle);
    }

    record Hold(Handle handle) implements AutoCloseable {
        boolean stands() {
            return handle.isInTransaction();
        }

        @Override
        public void close() {
            handle.rollback();
            handle.close();
        }
    }
}
