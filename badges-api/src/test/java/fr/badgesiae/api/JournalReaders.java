package fr.badgesiae.api;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A service with two structures under their networks, those who read its journals, and lines to write there. */
final class JournalReaders implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    TestServer server;
    Tenant own;
    Tenant stranger;
    Visitor admin;
    Visitor counsellor;
    Visitor network;
    Visitor holder;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 4);
        stranger = new Tenant(server, "Zéphyrine", 5);
        admin = member(own, own.admin);
        counsellor = member(own, own.counsellor);
        network = new Visitor(
                server, "/app/organisations/new", sessions -> sessions.openDesk(own.network, own.networkAdmin));
        holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(own.holder));
        execute("UPDATE worker SET holder_id = ? WHERE id = ?", own.holder.value(), id("worker"));
        execute("UPDATE network_membership SET vetted_on = current_date - 10");
    }

    /** What the test before wrote is no line of the next. */
    @Override
    public void beforeEach(ExtensionContext context) {
        execute("DELETE FROM audit_event");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
    }

    void execute(String sql, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    Visitor member(Tenant tenant, AccountId who) throws Exception {
        return new Visitor(server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, who));
    }

    UUID id(String name) {
        return UUID.fromString(own.ids.get(name));
    }

    void line(
            @Nullable OrganisationId organisation,
            String kind,
            @Nullable UUID actor,
            String code,
            UUID subject,
            int daysAgo) {
        execute(
                "INSERT INTO audit_event (created_at, organisation_id, actor_kind, actor_id, code, subject_id)"
                        + " VALUES (now() - ? * interval '1 day', ?, ?, ?, ?, ?)",
                daysAgo,
                organisation == null ? null : organisation.value(),
                kind,
                actor,
                code,
                subject);
    }

    void line(String code, UUID subject, int daysAgo) {
        line(own.organisation, "ACCOUNT", own.counsellor.value(), code, subject, daysAgo);
    }

    String name(AccountId account) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT display_name FROM account WHERE id = ?", account.value())
                        .mapTo(String.class)
                        .one());
    }
}
