package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.table.Sort;
import java.util.List;

/** What the list of people can be sorted by. The indexes {@code worker_sorted_by_…} repeat the expressions. */
public enum PeopleColumn implements Sort.Column {
    NAME("worker.list.name", Sort.Kind.TEXT),
    /** Who has not been given the information sheet stands after the latest day. */
    NOTICE("worker.list.notice", Sort.Kind.DAY),
    ADDED("worker.list.added", Sort.Kind.DAY);

    /** The order where none is chosen. */
    public static final Sort<PeopleColumn> BY_NAME = new Sort<>(NAME, false);

    private final String title;
    private final Sort.Kind kind;

    PeopleColumn(String title, Sort.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public List<String> of(String row) {
        return switch (this) {
            case NAME -> List.of(row + ".last_name COLLATE fr_names", row + ".first_name COLLATE fr_names");
            case NOTICE ->
                List.of("CASE WHEN " + row + ".notice_given_on IS NULL THEN date 'infinity' ELSE " + row
                        + ".notice_given_on END");
            case ADDED -> List.of(row + ".created_at");
        };
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
