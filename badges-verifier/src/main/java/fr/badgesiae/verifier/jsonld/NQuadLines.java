package fr.badgesiae.verifier.jsonld;

import com.apicatalog.rdf.api.RdfQuadConsumer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes quads as canonical N-Quads (RDF 1.1 N-Quads, canonical form of RDFC-1.0 section 5). */
final class NQuadLines implements RdfQuadConsumer {
    private static final String STRING = Iris.XSD + "string";

    /** The usual length of a quad of a badge. */
    private static final int LINE = 160;

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder(LINE);
    private final UnaryOperator<String> labels;
    private int length;

    /** @param labels from a blank node's label, {@code _:} included, to the label to write */
    NQuadLines(UnaryOperator<String> labels) {
        this.labels = labels;
    }

    void add(Quad quad) {
        quad(quad.subject(), quad.predicate(), quad.object(), quad.datatype(), quad.language(), null, quad.graph());
    }

    @Override
    public RdfQuadConsumer quad(
            String subject,
            String predicate,
            String object,
            @Nullable String datatype,
            @Nullable String language,
            @Nullable String direction,
            @Nullable String graph) {
        line.setLength(0);
        resource(subject);
        line.append(' ');
        resource(predicate);
        line.append(' ');
        if (datatype == null && language == null) {
            resource(object);
        } else {
            literal(object, datatype, language);
        }
        if (graph != null) {
            line.append(' ');
            resource(graph);
        }
        lines.add(line.append(" .\n").toString());
        length += line.length();
        return this;
    }

    /** The lines in code point order, without duplicates. */
    String sorted() {
        return text(false);
    }

    /** The lines in code point order, with duplicates: under shared labels two quads can be equal. */
    String sortedWithRepeats() {
        return text(true);
    }

    private String text(boolean repeats) {
        lines.sort(order());
        StringBuilder text = new StringBuilder(length);
        String last = "";
        for (String each : lines) {
            if (repeats || !each.equals(last)) {
                text.append(each);
            }
            last = each;
        }
        return text.toString();
    }

    /** Code point order, which is Java's order unless a character lies outside the basic plane. */
    private Comparator<String> order() {
        boolean beyond = lines.stream().anyMatch(each -> each.codePointCount(0, each.length()) < each.length());
        return beyond ? NQuadLines::compareCodePoints : Comparator.naturalOrder();
    }

    private void resource(String name) {
        if (name.startsWith("_:")) {
            line.append("_:").append(labels.apply(name));
        } else {
            line.append('<').append(name).append('>');
        }
    }

    private void literal(String value, @Nullable String datatype, @Nullable String language) {
        line.append('"');
        if (needsNoEscape(value)) {
            line.append(value);
        } else {
            for (int i = 0; i < value.length(); i++) {
                escaped(value.charAt(i));
            }
        }
        line.append('"');
        if (language != null) {
            line.append('@').append(language);
        } else if (datatype != null && !datatype.equals(STRING)) {
            line.append("^^");
            resource(datatype);
        }
    }

    private static boolean needsNoEscape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private void escaped(char c) {
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
                // A surrogate represents a code point above every single char.
                return mixed ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
