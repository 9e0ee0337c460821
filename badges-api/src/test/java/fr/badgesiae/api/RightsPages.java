package fr.badgesiae.api;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A service with one person in a desk file and in a space, anew for each test. */
final class RightsPages implements BeforeEachCallback, AfterEachCallback {
    static final String PIN = "314159";

    TestServer server;
    Tenant tenant;
    Visitor admin;
    Visitor counsellor;
    Visitor holder;
    String worker;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        server = TestServer.start();
        tenant = new Tenant(server, "Zéphyrine", 1);
        worker = "/app/workers/" + tenant.ids.get("worker");
        admin = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.admin));
        counsellor = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.counsellor));
        server.database().owner().useHandle(handle -> {
            handle.execute("DELETE FROM holder_access WHERE holder_id = ?", tenant.holder.value());
            handle.execute(
                    "INSERT INTO holder_access (id, holder_id, kind, code_lookup, pin_hash, state, created_at)"
                            + " VALUES (gen_random_uuid(), ?, 'CARD', sha256('card'), ?, 'ACTIVE', now())",
                    tenant.holder.value(),
                    server.platform().passwords().hash(PIN));
        });
        holder = new Visitor(server, "/me/data", sessions -> sessions.openHolder(tenant.holder));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
    }

    long count(String sql, Object... arguments) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM " + sql, arguments)
                        .mapTo(Long.class)
                        .one());
    }

    UUID id(String name) {
        return UUID.fromString(tenant.ids.get(name));
    }

    void sql(String statement) {
        server.database().owner().useHandle(handle -> handle.execute(statement));
    }

    Map<String, String> zip(String address, Visitor visitor) throws Exception {
        byte[] bytes = visitor.bytes(address);
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
