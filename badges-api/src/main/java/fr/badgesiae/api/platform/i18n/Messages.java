package fr.badgesiae.api.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The message bundles. The first part of a key names the folder of its bundle: {@code example.title} is in {@code
 * fr/badgesiae/api/example/messages_fr.properties}. Shared messages start with {@code common}, those of errors with {@code
 * problem}. The syntax is that of ICU's MessageFormat with numbered arguments.
 */
public final class Messages {
    /** Stands before a text in French on a page in a language that misses it. A noncharacter of Unicode, in no text. */
    public static final char FRENCH_BEGINS = '\ufdd0';

    /** Stands after it. */
    public static final char FRENCH_ENDS = '\ufdd1';

    private static final char ISOLATE = '\u2068';
    private static final char ISOLATED = '\u2069';
    private static final Map<String, String> SHARED = Map.of("common", "platform/html", "problem", "platform/problem");
    private static final String ROOT = "/fr/badgesiae/api/";

    private final Map<String, Properties> bundles = new ConcurrentHashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    /**
     * The message. Where an added language misses it, that in French between {@link #FRENCH_BEGINS} and {@link #FRENCH_ENDS}.
     * Where French misses it too, its key: a missing message must not break a page.
     */
    public String text(Locale language, String key, Object... arguments) {
        return text(folder(key), language, key, arguments);
    }

    /** A message without arguments from the bundle of a given folder, or its key where the bundle lacks it. */
    public String word(Locale language, String folder, String key) {
        return text(folder, language, key);
    }

    private String text(String folder, Locale language, String key, Object... arguments) {
        String pattern = bundleIn(folder, language).getProperty(key);
        if (pattern == null) {
            return Languages.OFFERED.contains(language)
                    ? key
                    : FRENCH_BEGINS + text(folder, Locale.FRENCH, key, arguments) + FRENCH_ENDS;
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0) {
            return pattern;
        }
        MessageFormat format = formats.computeIfAbsent(
                language.getLanguage() + ' ' + key, name -> new MessageFormat(pattern, rules(language)));
        Object[] said = AddedLanguages.rightToLeft(language) ? isolated(arguments) : arguments;
        synchronized (format) { // ICU's MessageFormat is not thread-safe
            return format.format(said);
        }
    }

    /** The rules of plurals and numbers. Digits are the European ones, as on the paper and in the codes. */
    private static ULocale rules(Locale language) {
        ULocale rules = ULocale.forLocale(PseudoLanguage.is(language) ? Locale.FRENCH : language);
        return rules.setKeywordValue("numbers", "latn");
    }

    /** Texts that keep their own direction within a sentence, such as a name in Latin letters. */
    private static Object[] isolated(Object... arguments) {
        return Stream.of(arguments)
                .map(argument ->
                        argument instanceof String text && !text.isEmpty() ? ISOLATE + text + ISOLATED : argument)
                .toArray();
    }

    public String text(Locale language, Message message) {
        return text(language, message.key(), message.arguments().toArray());
    }

    /** Whether there is such a message. An added language may say it in French. */
    public boolean has(Locale language, String key) {
        Locale complete = Languages.OFFERED.contains(language) ? language : Locale.FRENCH;
        return bundleIn(folder(key), complete).containsKey(key);
    }

    /** Whether the bundle of this language itself has this key. */
    public boolean isWritten(Locale language, String key) {
        return bundleIn(folder(key), language).containsKey(key);
    }

    private static String folder(String key) {
        int dot = key.indexOf('.');
        String feature = dot < 0 ? key : key.substring(0, dot);
        return SHARED.getOrDefault(feature, feature);
    }

    private Properties bundleIn(String folder, Locale language) {
        String path = ROOT + folder + "/messages_" + language.getLanguage() + ".properties";
        Properties known = bundles.get(path);
        if (known != null) {
            return known;
        }
        Properties read =
                PseudoLanguage.is(language) ? PseudoLanguage.of(bundleIn(folder, Locale.FRENCH), language) : load(path);
        bundles.put(path, read);
        return read;
    }

    private static Properties load(String path) {
        Properties properties = new Properties();
        try (InputStream bytes = Messages.class.getResourceAsStream(path)) {
            if (bytes != null) {
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
                properties.load(text);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
