package fr.badgesiae.verifier.bake;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits an XML text into tags and text, in linear time. A DOCTYPE is skipped and nothing is ever fetched. Only the five
 * entities of XML and character references are resolved (XML 1.0, 2.8 and 4.6).
 */
public final class XmlTokenizer {
    /** The kinds of token. */
    public enum Kind {
        OPEN,
        /** An empty-element tag. */
        EMPTY,
        CLOSE,
        TEXT,
        CDATA,
        OTHER,
        END,
        BROKEN
    }

    private static final int LONGEST_ENTITY = 12;

    private final String text;
    private int from;
    private int to;
    private Kind kind = Kind.OTHER;
    private String name = "";

    public XmlTokenizer(String text) {
        this.text = text;
    }

    /** Advances to the next token. */
    public Kind next() {
        from = to;
        if (from >= text.length()) {
            return at(Kind.END, from);
        }
        if (text.charAt(from) != '<') {
            int end = text.indexOf('<', from);
            return at(Kind.TEXT, end < 0 ? text.length() : end);
        }
        if (text.startsWith("<!--", from)) {
            return until("-->", from + 4, Kind.OTHER);
        }
        if (text.startsWith("<![CDATA[", from)) {
            return until("]]>", from + 9, Kind.CDATA);
        }
        if (text.startsWith("<?", from)) {
            return until("?>", from + 2, Kind.OTHER);
        }
        return text.startsWith("<!", from) ? doctype() : tag();
    }

    private Kind at(Kind what, int end) {
        kind = what;
        to = end;
        return what;
    }

    private Kind until(String end, int start, Kind what) {
        int found = text.indexOf(end, start);
        return found < 0 ? at(Kind.BROKEN, text.length()) : at(what, found + end.length());
    }

    /** Skips to the closing bracket, past literals, comments and an internal subset. */
    private Kind doctype() {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = text.indexOf(c, at + 1);
            } else if (text.startsWith("<!--", at)) {
                at = text.indexOf("-->", at + 4);
                at = at < 0 ? at : at + 2;
            } else if (c == '<') {
                depth++;
            } else if (c == '>' && --depth == 0) {
                return at(Kind.OTHER, at + 1);
            }
            if (at < 0) {
                break;
            }
            at++;
        }
        return at(Kind.BROKEN, text.length());
    }

    private Kind tag() {
        boolean close = text.startsWith("</", from);
        int start = from + (close ? 2 : 1);
        int end = start;
        while (end < text.length() && !isSpace(text.charAt(end)) && "/>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        name = text.substring(start, end);
        int at = end;
        while (at < text.length() && text.charAt(at) != '>') {
            char c = text.charAt(at);
            at = c == '"' || c == '\'' ? text.indexOf(c, at + 1) : at;
            if (at < 0 || c == '<') {
                return at(Kind.BROKEN, text.length());
            }
            at++;
        }
        if (at >= text.length() || name.isEmpty()) {
            return at(Kind.BROKEN, text.length());
        }
        boolean empty = text.charAt(at - 1) == '/' && at - 1 >= end;
        return at(close ? Kind.CLOSE : empty ? Kind.EMPTY : Kind.OPEN, at + 1);
    }

    /** The start offset of the current token. */
    int from() {
        return from;
    }

    /** The end offset of the current token. */
    int to() {
        return to;
    }

    /** The name of the current tag, prefix included. */
    public String name() {
        return name;
    }

    /** The content of the current text or CDATA. */
    public String content() {
        return kind == Kind.CDATA ? text.substring(from + 9, to - 3) : decoded(text.substring(from, to));
    }

    /** The attributes of the current start tag, prefixes included; of duplicates the first counts. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        int at = from + 1 + name.length();
        while (at < to) {
            int equals = text.indexOf('=', at);
            if (equals < 0 || equals >= to) {
                return attributes;
            }
            int open = equals + 1;
            while (open < to && isSpace(text.charAt(open))) {
                open++;
            }
            char quote = open < to ? text.charAt(open) : ' ';
            int close = quote == '"' || quote == '\'' ? text.indexOf(quote, open + 1) : -1;
            if (close < 0 || close >= to) {
                return attributes;
            }
            attributes.putIfAbsent(text.substring(at, equals).strip(), decoded(text.substring(open + 1, close)));
            at = close + 1;
        }
        return attributes;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static String decoded(String raw) {
        if (raw.indexOf('&') < 0) {
            return raw;
        }
        StringBuilder plain = new StringBuilder(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            String near = raw.charAt(at) == '&' ? raw.substring(at, Math.min(raw.length(), at + LONGEST_ENTITY)) : "";
            int end = at + near.indexOf(';');
            String meant = end < at ? null : reference(raw.substring(at + 1, end));
            plain.append(meant == null ? String.valueOf(raw.charAt(at)) : meant);
            at = meant == null ? at : end;
        }
        return plain.toString();
    }

    /** The text that an entity stands for; null for an unknown one. */
    private static @Nullable String reference(String entity) {
        return switch (entity) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> entity.startsWith("#") ? character(entity.substring(1).toLowerCase(Locale.ROOT)) : null;
        };
    }

    private static @Nullable String character(String number) {
        try {
            int point = number.startsWith("x")
                    ? Integer.parseUnsignedInt(number.substring(1), 16)
                    : Integer.parseUnsignedInt(number);
            return Character.isValidCodePoint(point) ? Character.toString(point) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
