package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.Secret;
import fr.badgesiae.api.platform.StartRefused;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The address of a PostgreSQL database, with user and password.
 *
 * @param url the JDBC form, without user and password
 * @param user the role to log in with
 */
public record DatabaseAddress(String url, String user, Secret<String> password) {

    /** Reads {@code DATABASE_URL}. */
    public static DatabaseAddress parse(String text, String fallbackUser, String fallbackPassword) {
        return parse("DATABASE", text, fallbackUser, fallbackPassword);
    }

    /**
     * Reads {@code postgres://user:password@host:port/name?options}, or the JDBC form with {@code user} and {@code
     * password} as parameters. A missing user or password comes from the fallbacks.
     *
     * @param variables the prefix of its environment variables: {@code DATABASE}, {@code DATABASE_OWNER}
     * @throws StartRefused when the text has neither form or no user; the message repeats no part of the URL
     */
    public static DatabaseAddress parse(String variables, String text, String fallbackUser, String fallbackPassword) {
        URI uri = uri(variables, text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
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
                    variables
                            + "_URL ne nomme pas d’utilisateur. Écrivez postgres://utilisateur:motdepasse@hote:5432/nom, ou donnez "
                            + variables + "_USER et " + variables + "_PASSWORD.",
                    variables + "_URL names no user. Write postgres://user:password@host:5432/name, or give "
                            + variables + "_USER and " + variables + "_PASSWORD.");
        }
        String url = "jdbc:postgresql://" + uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort())
                + uri.getRawPath() + (options.isEmpty() ? "" : "?" + String.join("&", options));
        return new DatabaseAddress(url, user, new Secret<>(password == null ? "" : password));
    }

    private static URI uri(String variables, String text) {
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
            // The message of the exception contains the password.
        }
        throw new StartRefused(
                variables
                        + "_URL ne se comprend pas. Écrivez postgres://utilisateur:motdepasse@hote:5432/nom ou jdbc:postgresql://hote:5432/nom?user=…&password=…, les caractères spéciaux codés en %.",
                variables + "_URL is not understood. Write postgres://user:password@host:5432/name or"
                        + " jdbc:postgresql://host:5432/name?user=…&password=…, special characters percent-encoded.");
    }

    private static String decode(String text) {
        // In a user or a password, a plus sign is literal.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /**
     * Opens one connection as a test, for a few seconds at most.
     *
     * @throws StartRefused when it fails, with the reason in one sentence; {@link DatabaseAway} when it may answer later
     */
    void requireAnswer() {
        try (Connection connection = connect()) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw refused(String.valueOf(e.getSQLState()), e);
        }
    }

    /** One connection outside any pool. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.value());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    private StartRefused refused(String state, SQLException e) {
        String where = url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*$", "");
        if (state.startsWith("28")) {
            return new StartRefused(
                    "La base " + where + " n’accepte pas le mot de passe de " + user
                            + ". Vérifiez DATABASE_URL et DATABASE_OWNER_URL, ou leurs _USER et _PASSWORD.",
                    "The database " + where + " does not accept the password of " + user
                            + ". Check DATABASE_URL and DATABASE_OWNER_URL, or their _USER and _PASSWORD.",
                    e);
        }
        if (state.equals("3D000")) {
            return new StartRefused(
                    "Il n’y a pas de base à cette adresse : " + where + ". Créez-la, avec " + user
                            + " pour propriétaire.",
                    "There is no such database: " + where + ". Create it, with " + user + " for its owner.",
                    e);
        }
        // For an unreachable server the message of the driver adds nothing.
        String why = state.startsWith("08")
                ? ""
                : " (" + String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + ")";
        return new DatabaseAway(
                "La base " + where + " ne répond pas. Est-elle démarrée, et l’adresse est-elle la bonne ?" + why,
                "The database " + where + " does not answer. Is it started, and is the address right?" + why,
                e);
    }

    /** The same server and user with another database. */
    public DatabaseAddress onDatabase(String name) {
        return new DatabaseAddress(url.replaceFirst("(//[^/]+/)[^?]*", "$1" + name), user, password);
    }

    /** The same database with another user. */
    public DatabaseAddress as(String otherUser, String otherPassword) {
        return new DatabaseAddress(url, otherUser, new Secret<>(otherPassword));
    }
}
