package fr.badgesiae.verifier.jsonld;

import java.util.List;

/** What came of reading a document as JSON-LD in safe mode. */
public sealed interface Expansion {
    /**
     * Every value of the document is in these quads.
     *
     * @param quads the RDF dataset, in document order, blank nodes labelled {@code _:b0…}
     */
    record Safe(List<Quad> quads) implements Expansion {
        public Safe {
            quads = List.copyOf(quads);
        }
    }

    /**
     * Something in the document would not be signed, or could not be read.
     *
     * @param problem the kind, closed
     * @param detail the term, value or address at fault; may be empty, never long
     */
    record Refused(Problem problem, String detail) implements Expansion {
        private static final int MAX_DETAIL = 200;

        public Refused {
            detail = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail;
        }
    }

    /** Why a document was refused. */
    enum Problem {
        /** A property that no context defines. */
        UNDEFINED_TERM("undefined-term"),
        /** A type that no context makes an absolute IRI. */
        TYPE_NOT_ABSOLUTE("type-not-absolute"),
        /** An id or reference that is not an absolute IRI. */
        ID_NOT_ABSOLUTE("id-not-absolute"),
        /** A datatype that is not an absolute IRI. */
        DATATYPE_NOT_ABSOLUTE("datatype-not-absolute"),
        /** A value that expansion or the change to RDF would drop. */
        VALUE_DROPPED("value-dropped"),
        /** The same statement written so that a JSON reader would not see it (a keyword, an IRI as property name, a split node). */
        DISGUISED("disguised-statement"),
        /** A context redefines a protected term. */
        CLASH("context-clash"),
        /** A context that is not on the list. */
        UNKNOWN_CONTEXT("unknown-context"),
        /** A context written inside the document. */
        INLINE_CONTEXT("inline-context"),
        /** Not JSON-LD at all. */
        INVALID("invalid-json-ld"),
        /** A bound on counted work was reached. */
        TOO_MUCH_WORK("too-much-work");

        private final String code;

        Problem(String code) {
            this.code = code;
        }

        /** Whether it leaves open what the document says, rather than showing that something is unsigned. */
        public boolean isUnreadable() {
            return this == UNKNOWN_CONTEXT || this == INLINE_CONTEXT || this == TOO_MUCH_WORK;
        }

        /** The last part of a reason code. */
        public String code() {
            return code;
        }
    }
}
