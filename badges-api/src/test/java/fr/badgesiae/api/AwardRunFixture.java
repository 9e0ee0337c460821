package fr.badgesiae.api;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A desk that offers one badge to many people, through its pages. */
final class AwardRunFixture implements AutoCloseable {
    private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([0-9a-f]{64})\"");

    final TestServer server;
    final Tenant own;
    final Tenant other;
    final Visitor member;
    final Visitor colleague;

    AwardRunFixture() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 1);
        other = new Tenant(server, "Trois-Rives", 2);
        member = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.counsellor));
        colleague = new Visitor(server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.admin));
    }

    @Override
    public void close() {
        server.close();
    }

    /** A person who was given the information sheet. */
    String person(String first, String last) {
        UUID person = UUID.randomUUID();
        update(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, notice_given_on, created_at,"
                        + " updated_at) VALUES (?, ?, ?, ?, gen_random_uuid(), current_date - 1, now(), now())",
                person,
                own.organisation.value(),
                first,
                last);
        return person.toString();
    }

    /** A group with these people. */
    String group(String kind, String name, String... people) {
        UUID group = UUID.randomUUID();
        update(
                "INSERT INTO people_group (id, organisation_id, kind, name, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, now(), now())",
                group,
                own.organisation.value(),
                kind,
                name);
        for (String person : people) {
            update(
                    "INSERT INTO group_member (group_id, organisation_id, kind, worker_id, created_at, updated_at)"
                            + " SELECT id, organisation_id, kind, ?::uuid, now(), now() FROM people_group WHERE id = ?",
                    person,
                    group);
        }
        return group.toString();
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

    long offers(String person) {
        return count("offer WHERE worker_id = ?::uuid", person);
    }

    String narrative(String person) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT narrative FROM offer WHERE worker_id = ?::uuid", person)
                        .mapTo(String.class)
                        .one());
    }

    static String led(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("(" + answer.statusCode() + ") " + answer.body());
    }

    /** The path of a new draft. */
    String draft() throws Exception {
        return led(member.post("/app/award-runs", Map.of("version", own.ids.get("version"))))
                .replace("/people", "");
    }

    HttpResponse<String> choose(String run, String act, String... people) throws Exception {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        form.add(Map.entry("do", act));
        for (String person : people) {
            form.add(Map.entry("shown", person));
            form.add(Map.entry("people", person));
        }
        return member.post(run + "/people", form);
    }

    HttpResponse<String> write(String run, String narrative) throws Exception {
        return member.post(run + "/text", Map.of("narrative", narrative, "evidence", "", "do", "go"));
    }

    /** A draft for these people that was written. */
    String written(String narrative, String... people) throws Exception {
        String run = draft();
        choose(run, "go", people);
        write(run, narrative);
        return run;
    }

    /** The digest that the form of the preview sends. */
    String read(String run) throws Exception {
        String page = member.get(run + "/preview").body();
        Matcher read = READ.matcher(page);
        return read.find() ? read.group(1) : "none in " + page;
    }

    HttpResponse<String> offer(Visitor by, String run, String read) throws Exception {
        return by.post(run + "/offer", Map.of("read", read));
    }

    /** Reads and offers; the result page. */
    String offered(String run) throws Exception {
        HttpResponse<String> answer = offer(member, run, read(run));
        return answer.statusCode() == 303 ? member.get(led(answer)).body() : answer.body();
    }
}
