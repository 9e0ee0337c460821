package fr.badgesiae.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** What the command line says beside the reasons of a report, in French or in English. */
final class Messages {
    private final Locale locale;
    private final Properties sentences = new Properties();

    private Messages(Locale locale) {
        this.locale = locale;
        String name = "words_" + locale.getLanguage() + ".properties";
        try (InputStreamReader reader = new InputStreamReader(resource(name), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** French unless it is English. */
    static Messages in(String language) {
        return new Messages(language.equals("en") ? Locale.ENGLISH : Locale.FRENCH);
    }

    Locale locale() {
        return locale;
    }

    /** A sentence with its arguments in the places of {@code {0}}, {@code {1}}. */
    String say(String key, Object... arguments) {
        String sentence = sentences.getProperty(key, key);
        for (int i = 0; i < arguments.length; i++) {
            sentence = sentence.replace("{" + i + "}", clean(String.valueOf(arguments[i])));
        }
        return sentence;
    }

    /** The man page of a command. */
    String page(String command) {
        return text("help/" + command + "." + locale.getLanguage() + ".txt");
    }

    /** The version of the build, written into the resource by Maven. */
    static String version() {
        return text("version.txt").strip();
    }

    private static String text(String name) {
        try (InputStream stream = resource(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    /** What comes from a badge, a file name or an address must not drive a terminal. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = Messages.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("not in the jar: " + name);
        }
        return stream;
    }
}
