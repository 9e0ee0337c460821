package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.table.Sort;
import java.util.List;

/** What the list of people can be sorted by. The indexes {@code worker_sorted_by_…} repeat the expressions. */
public enum PeopleColumn implements Sort.Column {
    NAME("worker.list.name", Sort.Kind.TEXT, ".last_name COLLATE fr_names", ".first_name COLLATE fr_names"),
    /** Who has not been given the information sheet stands after the latest day. */
    NOTICE("worker.list.notice", Sort.Kind.DAY, ".notice_given_on"),
    ADDED("worker.list.added", Sort.Kind.DAY, ".created_at");

    /** The order where none is chosen. */
    public static final Sort<PeopleColumn> BY_NAME = new Sort<>(NAME, false);

    private final String title;
    private final Sort.Kind kind;
    private final List<String> sql;

    PeopleColumn(String title, Sort.Kind kind, String... sql) {
        this.title = title;
        this.kind = kind;
        this.sql = List.of(sql);
    }

    @Override
    public List<String> of(String row) {
        return this == NOTICE
                ? List.of("CASE WHEN " + row + ".notice_given_on IS NULL THEN date 'infinity' ELSE " + row
                        + ".notice_given_on END")
                : sql.stream().map(column -> row + column).toList();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Sort.Kind kind() {
        return kind;
    }
}
