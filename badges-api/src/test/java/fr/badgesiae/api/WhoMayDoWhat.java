package fr.badgesiae.api;

import fr.badgesiae.api.platform.auth.Permission;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The committed permission table: the holders of each permission, and the permission of each guarded route.
 *
 * @param callers the columns, in order
 * @param granted by permission, then by caller
 * @param routes the permission by route, as {@link Route#toString} writes it
 */
record WhoMayDoWhat(
        List<String> callers, Map<Permission, Map<String, Boolean>> granted, Map<String, Permission> routes) {

    static WhoMayDoWhat read() throws IOException {
        List<String> callers = new ArrayList<>();
        Map<Permission, Map<String, Boolean>> granted = new LinkedHashMap<>();
        Map<String, Permission> routes = new TreeMap<>();
        for (String line : lines()) {
            String[] words = line.strip().split("\\s+", -1);
            if (words[0].equals("caller")) {
                callers.addAll(List.of(words).subList(1, words.length));
            } else if (words[1].startsWith("/")) {
                routes.put(words[1] + " " + words[2], Permission.valueOf(words[0]));
            } else {
                granted.put(Permission.valueOf(words[0]), row(callers, words));
            }
        }
        return new WhoMayDoWhat(callers, granted, routes);
    }

    private static Map<String, Boolean> row(List<String> callers, String[] words) {
        if (words.length != callers.size() + 1) {
            throw new IllegalStateException("a row of another width: " + String.join(" ", words));
        }
        Map<String, Boolean> row = new LinkedHashMap<>();
        for (int i = 0; i < callers.size(); i++) {
            row.put(
                    callers.get(i),
                    switch (words[i + 1]) {
                        case "yes" -> true;
                        case "no" -> false;
                        default -> throw new IllegalStateException("neither yes nor no: " + words[i + 1]);
                    });
        }
        return row;
    }

    private static List<String> lines() throws IOException {
        try (InputStream table = WhoMayDoWhat.class.getResourceAsStream("who-may-do-what.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
