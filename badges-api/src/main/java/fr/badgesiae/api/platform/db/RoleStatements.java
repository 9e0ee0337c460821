package fr.badgesiae.api.platform.db;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the migration statements that create {@code badges_app} or grant it privileges. With a single role they are left
 * out; a later move to two roles runs the grants again.
 */
final class RoleStatements {
    /** The role with all privileges of the service. It logs in itself, or its members do. */
    static final String ROLE = "badges_app";

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern GRANT =
            Pattern.compile("(?m)^(?:GRANT|REVOKE)\\b[^;]*\\s(?:TO|FROM)\\s+" + ROLE + "\\s*(?=;|\\z)");
    private static final Pattern CREATION = Pattern.compile("(?s)\\ADO\\b.*\\bCREATE ROLE " + ROLE + "\\b.*");
    private static final Pattern PARTS = Pattern.compile(
            "(?s)(.*?\\sON\\s+(?:FUNCTION\\s+|SCHEMA\\s+|SEQUENCE\\s+|TABLE\\s+)?)(.*)(\\s(?:TO|FROM)\\s+" + ROLE
                    + ")\\s*");

    private RoleStatements() {}

    /** Whether a statement is one of them. */
    static boolean concerns(String statement) {
        String text = COMMENT.matcher(statement).replaceAll("").strip();
        return GRANT.matcher(text).lookingAt() || CREATION.matcher(text).matches();
    }

    /** The grants and revocations of a script in order, one for each object: an object may have been dropped since. */
    static List<String> grants(String script) {
        List<String> found = new ArrayList<>();
        Matcher grant = GRANT.matcher(COMMENT.matcher(script).replaceAll(""));
        while (grant.find()) {
            Matcher parts = PARTS.matcher(grant.group());
            if (!parts.matches()) {
                throw new IllegalStateException("not understood: " + grant.group());
            }
            for (String object : objects(parts.group(2))) {
                found.add(parts.group(1) + object.strip() + parts.group(3));
            }
        }
        return found;
    }

    /** Splits at commas outside parentheses: inside, they separate the parameter types of a function. */
    private static List<String> objects(String list) {
        List<String> objects = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < list.length(); at++) {
            char character = list.charAt(at);
            if (character == '(') {
                depth++;
            } else if (character == ')') {
                depth--;
            } else if (character == ',' && depth == 0) {
                objects.add(list.substring(from, at));
                from = at + 1;
            }
        }
        objects.add(list.substring(from));
        return objects;
    }
}
