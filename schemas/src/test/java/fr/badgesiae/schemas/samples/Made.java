package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A generated sample: file name, defect, bytes, and expected answers.
 *
 * @param asks additional demands of the caller: {@code refresh}, {@code evidence}, {@code recipient}, {@code trust}
 * @param each the expected answers for each of several credentials in the file; empty where there is one report
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Made(String file, String about, byte[] bytes, Expected expected, Map<String, String> asks, List<Expected> each) {
    Made {
        asks = Collections.unmodifiableMap(new TreeMap<>(asks));
        each = List.copyOf(each);
    }

    Made(String file, String about, byte[] bytes, Expected expected) {
        this(file, about, bytes, expected, Map.of(), List.of());
    }

    static Made json(String name, String about, ObjectNode badge, Expected expected) {
        return text(name + ".json", about, Json.pretty(badge), expected);
    }

    static Made text(String file, String about, String text, Expected expected) {
        return new Made(file, about, text.getBytes(StandardCharsets.UTF_8), expected);
    }

    /** The same with another answer of one check. */
    Made expecting(String check, String answer) {
        expected.but(check, answer);
        return this;
    }

    /** The same with several credentials, each with a report of its own in this order. */
    Made holding(Expected... reports) {
        return new Made(file, about, bytes, expected, asks, List.of(reports));
    }

    /** The same, verified under a stricter policy. */
    Made asking(String what, String value) {
        Map<String, String> more = new TreeMap<>(asks);
        more.put(what, value);
        return new Made(file, about, bytes, expected.asking(what), more, each);
    }
}
