package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.Secret;
import fr.badgesiae.api.platform.StartRefused;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a PostgreSQL is and who we are there.
 *
 * @param url the JDBC form, without user and password
 * @param user the role that owns the tables
 */
public record DatabaseAddress(String url, String user, Secret<String> password) {

    /**
     * Reads {@code DATABASE_URL}: {@code postgres://user:password@host:port/name?options}, or the JDBC form with {@code
     * user} and {@code password} as parameters. What the URL leaves out comes from the two fallbacks.
     *
     * @throws StartRefused when it is neither form or names no user; the message repeats nothing of the URL
     */
    public static DatabaseAddress parse(String text, String fallbackUser, String fallbackPassword) {
        URI uri = uri(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
        List<String> options = new ArrayList<>();
        String user = fallbackUser;
        String password = fallbackPassword;
        if (uri.getRawUserInfo() != null) {
            String[] parts = uri.getRawUserInfo().split(":", 2);
            user = decode(parts[0]);
            password = parts.length == 2 ? decode(parts[1]) : password;
        }
        for (String option :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            if (option.startsWith("user=")) {
                user = decode(option.substring("user=".length()));
            } else if (option.startsWith("password=")) {
                password = decode(option.substring("password=".length()));
            } else {
                options.add(option);
            }
        }
        if (user == null || user.isBlank()) {
            throw new StartRefused(
                    "DATABASE_URL ne nomme pas d’utilisateur. Écrivez postgres://utilisateur:motdepasse@hote:5432/nom, ou donnez DATABASE_USER et DATABASE_PASSWORD.",
                    "DATABASE_URL names no user. Write postgres://user:password@host:5432/name, or give"
                            + " DATABASE_USER and DATABASE_PASSWORD.");
        }
        String url = "jdbc:postgresql://" + uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort())
                + uri.getRawPath() + (options.isEmpty() ? "" : "?" + String.join("&", options));
        return new DatabaseAddress(url, user, new Secret<>(password == null ? "" : password));
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text);
            boolean postgres = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
            if (postgres
                    && uri.getHost() != null
                    && uri.getRawPath() != null
                    && uri.getRawPath().length() > 1) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Its message would repeat the password.
        }
        throw new StartRefused(
                "DATABASE_URL ne se comprend pas. Écrivez postgres://utilisateur:motdepasse@hote:5432/nom ou jdbc:postgresql://hote:5432/nom?user=…&password=…, les caractères spéciaux codés en %.",
                "DATABASE_URL is not understood. Write postgres://user:password@host:5432/name or"
                        + " jdbc:postgresql://host:5432/name?user=…&password=…, special characters percent-encoded.");
    }

    private static String decode(String text) {
        // A plus sign means itself in a user or a password.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The same server and user, another database. */
    public DatabaseAddress onDatabase(String name) {
        return new DatabaseAddress(url.replaceFirst("(//[^/]+/)[^?]*", "$1" + name), user, password);
    }

    /** The same database for another user. */
    public DatabaseAddress as(String otherUser, String otherPassword) {
        return new DatabaseAddress(url, otherUser, new Secret<>(otherPassword));
    }
}
