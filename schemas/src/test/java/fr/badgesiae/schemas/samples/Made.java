package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** A sample as the generator makes it: file name, what is the matter with it, bytes, and what must be said. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Made(String file, String about, byte[] bytes, Expected expected) {
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
}
