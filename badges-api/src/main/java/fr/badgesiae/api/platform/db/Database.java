package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * Transactions, each for one organisation, one holder, or nobody. Row-level security reads the current one. The role owns
 * no table, so a query without an organisation filter sees no row of another tenant.
 */
public final class Database {
    private static final String ENTER = "SELECT set_config(:setting, :value, true)";

    private final Jdbi jdbi;
    private final String enter;

    public Database(Jdbi jdbi) {
        this(jdbi, ENTER);
    }

    private Database(Jdbi jdbi, String enter) {
        this.jdbi = jdbi;
        this.enter = enter;
    }

    /**
     * The same database, whose commits for an organisation or a holder do not wait for the disk. They are durable with the
     * next commit of an ordinary one.
     */
    public Database inHaste() {
        return new Database(jdbi, ENTER + ", set_config('synchronous_commit', 'off', true)");
    }

    /** One transaction that sees the rows of this organisation. */
    public <T> T inOrganisation(OrganisationId organisation, HandleCallback<T, RuntimeException> act) {
        return in("app.organisation", organisation.value(), act);
    }

    /** One transaction that sees the rows of this holder, whatever their organisation. */
    public <T> T inHolder(HolderId holder, HandleCallback<T, RuntimeException> act) {
        return in("app.holder", holder.value(), act);
    }

    /** One transaction for nobody: public tables and named look-up functions only. */
    public <T> T inPublic(HandleCallback<T, RuntimeException> act) {
        return jdbi.inTransaction(act);
    }

    /**
     * One statement for nobody: public tables and named functions only. Without a transaction it is one round trip to the
     * database.
     */
    public <T> T look(HandleCallback<T, RuntimeException> statement) {
        return jdbi.withHandle(statement);
    }

    private <T> T in(String setting, UUID value, HandleCallback<T, RuntimeException> act) {
        return jdbi.inTransaction(handle -> {
            enter(handle, enter, setting, value);
            return act.withHandle(handle);
        });
    }

    /** Extends a transaction to the rows of a holder: a claim concerns both sides. */
    public static void alsoForHolder(Handle handle, HolderId holder) {
        enter(handle, ENTER, "app.holder", holder.value());
    }

    /** Extends a public transaction to the organisation that a look-up returned. */
    public static void alsoForOrganisation(Handle handle, OrganisationId organisation) {
        enter(handle, ENTER, "app.organisation", organisation.value());
    }

    private static void enter(Handle handle, String statement, String setting, UUID value) {
        handle.createQuery(statement)
                .bind("setting", setting)
                .bind("value", value.toString())
                .mapTo(String.class)
                .one();
    }
}
