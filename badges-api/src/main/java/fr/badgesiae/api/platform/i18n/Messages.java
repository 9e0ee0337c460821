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

/**
 * The message bundles. The first part of a key names the folder of its bundle: {@code example.title} is in {@code
 * fr/badgesiae/api/example/messages_fr.properties}. Shared messages start with {@code common}, those of errors with {@code
 * problem}. The syntax is that of ICU's MessageFormat with numbered arguments.
 */
public final class Messages {
    private static final Map<String, String> SHARED = Map.of("common", "platform/html", "problem", "platform/problem");
    private static final String ROOT = "/fr/badgesiae/api/";

    private final Map<String, Properties> bundles = new ConcurrentHashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    /** The message, or its key where the bundle lacks it: a missing message must not break a page. */
    public String text(Locale language, String key, Object... arguments) {
        return text(bundle(language, key), language, key, arguments);
    }

    /** A message without arguments from the bundle of a given folder, or its key where the bundle lacks it. */
    public String word(Locale language, String folder, String key) {
        return text(bundleIn(folder, language), language, key);
    }

    private String text(Properties bundle, Locale language, String key, Object... arguments) {
        String pattern = bundle.getProperty(key);
        if (pattern == null) {
            return key;
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0) {
            return pattern;
        }
        MessageFormat format = formats.computeIfAbsent(
                language.getLanguage() + ' ' + key, name -> new MessageFormat(pattern, ULocale.forLocale(language)));
        synchronized (format) { // ICU's MessageFormat is not thread-safe
            return format.format(arguments);
        }
    }

    public String text(Locale language, Message message) {
        return text(language, message.key(), message.arguments().toArray());
    }

    /** Whether the bundle has this key. */
    public boolean has(Locale language, String key) {
        return bundle(language, key).containsKey(key);
    }

    private Properties bundle(Locale language, String key) {
        int dot = key.indexOf('.');
        String feature = dot < 0 ? key : key.substring(0, dot);
        return bundleIn(SHARED.getOrDefault(feature, feature), language);
    }

    private Properties bundleIn(String folder, Locale language) {
        String path = ROOT + folder + "/messages_" + language.getLanguage() + ".properties";
        return bundles.computeIfAbsent(path, Messages::load);
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
