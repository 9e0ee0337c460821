package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sample as the generator makes it: file name, what is the matter with it, bytes, and what must be said.
 *
 * @param asks what the caller asks for beyond the usual: {@code refresh}, {@code evidence}, {@code recipient}, {@code trust}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Made(String file, String about, byte[] bytes, Expected expected, Map<String, String> asks) {
    Made {
        asks = Collections.unmodifiableMap(new TreeMap<>(asks));
    }

    Made(String file, String about, byte[] bytes, Expected expected) {
        this(file, about, bytes, expected, Map.of());
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

    /** The same, judged under a policy that asks for more. */
    Made asking(String what, String value) {
        Map<String, String> more = new TreeMap<>(asks);
        more.put(what, value);
        return new Made(file, about, bytes, expected.asking(what), more);
    }
}
