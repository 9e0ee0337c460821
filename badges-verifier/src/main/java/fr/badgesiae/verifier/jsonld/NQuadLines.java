package fr.badgesiae.verifier.jsonld;

import com.apicatalog.rdf.api.RdfQuadConsumer;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes statements as canonical N-Quads lines (RDF 1.1 N-Quads, canonical form of RDFC-1.0 section 5). */
final class NQuadLines implements RdfQuadConsumer {
    /** The order of Unicode code points, which differs from Java's for characters outside the basic plane. */
    static final Comparator<String> BY_CODE_POINT = NQuadLines::compareCodePoints;

    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";
    private final List<String> lines;
    private final UnaryOperator<String> labels;

    /**
     * @param labels from a canonical blank node label, without {@code _:}, to the one to write
     */
    NQuadLines(List<String> lines, UnaryOperator<String> labels) {
        this.lines = lines;
        this.labels = labels;
    }

    @Override
    public RdfQuadConsumer quad(
            String subject,
            String predicate,
            String object,
            String datatype,
            String language,
            String direction,
            String graph) {
        StringBuilder line = new StringBuilder(160);
        resource(line, subject).append(' ');
        resource(line, predicate).append(' ');
        if (datatype == null && language == null) {
            resource(line, object);
        } else {
            literal(line, object, datatype, language);
        }
        if (graph != null) {
            resource(line.append(' '), graph);
        }
        lines.add(line.append(" .\n").toString());
        return this;
    }

    private StringBuilder resource(StringBuilder line, String name) {
        return name.startsWith("_:")
                ? line.append("_:").append(labels.apply(name.substring(2)))
                : line.append('<').append(name).append('>');
    }

    private void literal(StringBuilder line, String value, String datatype, String language) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            escaped(line, value.charAt(i));
        }
        line.append('"');
        if (language != null) {
            line.append('@').append(language);
        } else if (!STRING.equals(datatype)) {
            resource(line.append("^^"), datatype);
        }
    }

    private static void escaped(StringBuilder line, char c) {
        switch (c) {
            case '\b' -> line.append("\\b");
            case '\t' -> line.append("\\t");
            case '\n' -> line.append("\\n");
            case '\f' -> line.append("\\f");
            case '\r' -> line.append("\\r");
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            default -> {
                if (c < 0x20 || c == 0x7f) {
                    line.append(String.format("\\u%04X", (int) c));
                } else {
                    line.append(c);
                }
            }
        }
    }

    private static int compareCodePoints(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean mixed = Character.isSurrogate(x) != Character.isSurrogate(y);
                // A surrogate stands for a code point above every single char.
                return mixed ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
