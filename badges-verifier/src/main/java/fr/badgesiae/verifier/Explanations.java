package fr.badgesiae.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What an outcome of a check means for somebody who has a badge before them, and what they can do; in French or in English.
 * The reason says what was found, these say what follows from it. Thread-safe.
 */
public final class Explanations {
    private static final Explanations FRENCH = new Explanations("explanations_fr.properties");
    private static final Explanations ENGLISH = new Explanations("explanations_en.properties");

    private final Properties sentences = new Properties();

    private Explanations(String resource) {
        try (InputStream stream = Explanations.class.getResourceAsStream(resource);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentences in a language; French unless it is English. */
    public static Explanations in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? ENGLISH : FRENCH;
    }

    /** What the outcome means. */
    public String means(CheckName check, Outcome outcome) {
        return find("means", check, outcome).orElse("");
    }

    /** What to do about it; empty where there is nothing to do. */
    public Optional<String> toDo(CheckName check, Outcome outcome) {
        return find("do", check, outcome);
    }

    private Optional<String> find(String what, CheckName check, Outcome outcome) {
        String own = sentences.getProperty(what + "." + check + "." + outcome);
        return Optional.ofNullable(own != null ? own : sentences.getProperty(what + "." + outcome));
    }

    /** Every key there is a sentence for. */
    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    /** The sentence under a key. */
    String sentence(String key) {
        return sentences.getProperty(key);
    }
}
