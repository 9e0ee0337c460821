package fr.badgesiae.api.operations.backup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of a backup.
 *
 * @param columns those that are stored; generated ones are computed again
 * @param key its primary key, which orders the rows
 */
record TableCopy(String name, List<String> columns, List<String> key) {
    static final String FOLDER = "tables/";

    String entry() {
        return FOLDER + name + ".copy";
    }

    String out() {
        String order = key.isEmpty() ? "" : " ORDER BY " + list(key);
        return "COPY (SELECT " + list(columns) + " FROM " + quoted(name) + order + ") TO STDOUT";
    }

    String in() {
        return "COPY " + quoted(name) + " (" + list(columns) + ") FROM STDIN";
    }

    static String quoted(String name) {
        return "public." + identifier(name);
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String list(List<String> names) {
        return names.stream().map(TableCopy::identifier).collect(Collectors.joining(", "));
    }
}
