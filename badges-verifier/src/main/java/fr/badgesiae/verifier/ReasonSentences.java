package fr.badgesiae.verifier;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sentences of reasons, in French or English. Thread-safe. */
public final class ReasonSentences {
    private static final ReasonSentences FRENCH = new ReasonSentences(Locale.FRENCH);
    private static final ReasonSentences ENGLISH = new ReasonSentences(Locale.ENGLISH);

    private final Locale locale;
    private final SortedMap<String, String> patterns;

    private ReasonSentences(Locale locale) {
        this.locale = locale;
        this.patterns = Collections.unmodifiableSortedMap(read("messages_" + locale.getLanguage() + ".properties"));
    }

    /** The sentences in a language; any language but English gets French. */
    public static ReasonSentences in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? ENGLISH : FRENCH;
    }

    /** The language of the sentences. */
    public Locale locale() {
        return locale;
    }

    /** The sentence of a reason; for an unlisted code, which a test rules out, the code itself. */
    public String say(Reason reason) {
        return say(reason.code(), reason.arguments().stream().map(this::worded).toArray());
    }

    /** The kind of a failed fetch, or the differences of a spelling, in words; any other argument as it is. */
    private String worded(String argument) {
        String failure = patterns.get("failure." + argument);
        if (failure != null) {
            return failure;
        }
        List<String> keys = Arrays.stream(argument.split("\\+", -1))
                .map(one -> "difference." + one)
                .toList();
        return patterns.keySet().containsAll(keys)
                ? keys.stream().map(key -> patterns.getOrDefault(key, key)).collect(Collectors.joining(", "))
                : argument;
    }

    /** The word for a member of a closed list, under a key such as {@code outcome.PASSED}. */
    public String word(Enum<?> value) {
        return say(value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + value.name());
    }

    private String say(String key, Object... arguments) {
        String pattern = patterns.get(key);
        return pattern == null ? key : new MessageFormat(pattern, locale).format(arguments);
    }

    /** Every pattern by its key. */
    SortedMap<String, String> patterns() {
        return patterns;
    }

    private static SortedMap<String, String> read(String resource) {
        Properties properties = new Properties();
        try (InputStream stream = ReasonSentences.class.getResourceAsStream(resource);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> patterns = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> patterns.put(key, properties.getProperty(key)));
        return patterns;
    }
}
