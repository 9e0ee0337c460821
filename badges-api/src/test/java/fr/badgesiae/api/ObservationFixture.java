package fr.badgesiae.api;

import fr.badgesiae.api.platform.AccountId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The badge of a desk with three tasks, and what its members see. */
final class ObservationFixture {
    static final List<String> TASKS = List.of("Prépare son poste.", "Range ses outils.", "Prévient.");

    private final AwardRunFixture desk;

    ObservationFixture(AwardRunFixture desk) {
        this.desk = desk;
        for (String table : new String[] {"achievement", "achievement_version"}) {
            desk.update(
                    "UPDATE " + table + " SET content = content || jsonb_build_object('tasks', to_jsonb(?::text[]))"
                            + " WHERE organisation_id = ?",
                    TASKS.toArray(new String[0]),
                    desk.own.organisation.value());
        }
    }

    String badge() {
        return desk.own.ids.get("achievement");
    }

    /** The person is in a new team of the member; its id. */
    String supervised(AccountId member, String person) {
        String team = desk.group("TEAM", "Équipe de " + person, person);
        desk.update(
                "INSERT INTO team_assignment (group_id, organisation_id, kind, account_id, created_at)"
                        + " VALUES (?::uuid, ?, 'TEAM', ?, now())",
                team,
                desk.own.organisation.value(),
                member.value());
        return team;
    }

    static String id(String path) {
        return path.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    List<Map.Entry<String, String>> form(String manner, String day, List<String> tasks, String note) {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        tasks.forEach(task -> form.add(Map.entry("tasks", task)));
        form.add(Map.entry("manner", manner));
        form.add(Map.entry("note", note));
        form.add(Map.entry("day", day));
        return form;
    }

    HttpResponse<String> note(Visitor by, String person, String manner, String day, List<String> tasks, String note)
            throws Exception {
        List<Map.Entry<String, String>> form = form(manner, day, tasks, note);
        form.add(Map.entry("worker", person));
        form.add(Map.entry("badge", badge()));
        return by.post("/app/observations", form);
    }

    /** The path of a new observation. */
    String noted(Visitor by, String person, String manner, String day, String... tasks) throws Exception {
        return AwardRunFixture.led(note(by, person, manner, day, List.of(tasks), ""))
                .replaceFirst("\\?.*", "");
    }
}
