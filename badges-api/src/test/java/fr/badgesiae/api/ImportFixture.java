package fr.badgesiae.api;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A desk that imports lists of people, through its pages. */
final class ImportFixture implements AutoCloseable {
    final TestServer server;
    final Tenant own;
    final Tenant other;
    final Visitor member;

    ImportFixture() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 1);
        other = new Tenant(server, "Trois-Rives", 2);
        member = new Visitor(server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.admin));
    }

    @Override
    public void close() {
        server.close();
    }

    HttpResponse<String> bring(String list) throws Exception {
        return bring(list.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> bring(byte[] file) throws Exception {
        return member.upload("/app/imports", Map.of(), "list", file);
    }

    /** The path of the draft of a list. */
    String draft(String list) throws Exception {
        return AwardRunFixture.led(bring(list));
    }

    /** Starts a draft; the page where that leads. */
    HttpResponse<String> started(String path) throws Exception {
        HttpResponse<String> answer = member.post(path + "/start", Map.of("kind", "worker"));
        return answer.statusCode() == 303 ? member.get(AwardRunFixture.led(answer)) : answer;
    }

    /** Deletes the drafts, of which an organisation has few at a time. */
    void withoutDrafts() {
        update("DELETE FROM people_import WHERE organisation_id = ? AND state = 'DRAFT'", own.organisation.value());
    }

    void update(String sql, Object... values) {
        server.database().owner().useHandle(handle -> handle.execute(sql, values));
    }

    long count(String from, Object... values) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM " + from, values)
                        .mapTo(Long.class)
                        .one());
    }

    /** How many people of the organisation have this name. */
    long named(String first, String last) {
        return count(
                "worker WHERE organisation_id = ? AND first_name = ? AND last_name = ?",
                own.organisation.value(),
                first,
                last);
    }

    UUID person(String first, String last) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT id FROM worker WHERE organisation_id = ? AND first_name = ? AND last_name = ?",
                                own.organisation.value(),
                                first,
                                last)
                        .mapTo(UUID.class)
                        .one());
    }

    List<String> findings(String path) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT line || ' ' || finding FROM people_import_row WHERE import_id = ?::uuid ORDER BY line",
                                id(path))
                        .mapTo(String.class)
                        .list());
    }

    static String id(String path) {
        return path.replaceFirst(".*/", "");
    }
}
