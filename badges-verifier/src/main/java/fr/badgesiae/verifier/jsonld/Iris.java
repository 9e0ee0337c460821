package fr.badgesiae.verifier.jsonld;

/** IRIs of RDF, XML Schema and JSON-LD, and the test for an absolute IRI. */
public final class Iris {
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    static final String TYPE = RDF + "type";
    static final String FIRST = RDF + "first";
    static final String REST = RDF + "rest";
    static final String NIL = RDF + "nil";
    static final String LANG_STRING = RDF + "langString";
    static final String JSON = RDF + "JSON";

    private static final boolean[] FORBIDDEN = forbidden();

    private Iris() {}

    private static boolean[] forbidden() {
        boolean[] forbidden = new boolean[0x80];
        for (char c = 0; c < forbidden.length; c++) {
            forbidden[c] = c <= ' ' || c == 0x7f || "<>\"{}|^`\\".indexOf(c) >= 0;
        }
        return forbidden;
    }

    /** RFC 3987 section 2.2 as far as N-Quads needs it: a scheme, a colon, and no character forbidden in N-Quads. */
    public static boolean isAbsolute(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < colon; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') {
                return false;
            }
        }
        for (int i = colon + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FORBIDDEN.length && FORBIDDEN[c]) {
                return false;
            }
        }
        return true;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
