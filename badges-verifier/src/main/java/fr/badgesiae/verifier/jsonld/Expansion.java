package fr.badgesiae.verifier.jsonld;

import java.util.List;

/** The result of expanding a document in safe mode. */
public sealed interface Expansion {
    /**
     * The quads contain every value of the document.
     *
     * @param quads the RDF dataset, in document order, blank nodes labelled {@code _:b0…}
     */
    record Safe(List<Quad> quads) implements Expansion {
        public Safe {
            quads = List.copyOf(quads);
        }
    }

    /**
     * Part of the document would not be signed, or could not be read.
     *
     * @param problem the kind, from a closed list
     * @param detail the term, value or IRI concerned; short, may be empty
     */
    record Refused(Problem problem, String detail) implements Expansion {
        private static final int MAX_DETAIL = 200;

        public Refused {
            detail = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail;
        }
    }

    /** The kinds of refusal. */
    enum Problem {
        /** A property that no context defines. */
        UNDEFINED_TERM("undefined-term"),
        /** A type that does not expand to an absolute IRI. */
        TYPE_NOT_ABSOLUTE("type-not-absolute"),
        /** An id or reference that is not an absolute IRI. */
        ID_NOT_ABSOLUTE("id-not-absolute"),
        /** A datatype that is not an absolute IRI. */
        DATATYPE_NOT_ABSOLUTE("datatype-not-absolute"),
        /** A value that expansion or conversion to RDF would drop. */
        VALUE_DROPPED("value-dropped"),
        /** A statement in a form that JSON readers do not see: a keyword, an IRI as property name, a second node of the id. */
        DISGUISED("disguised-statement"),
        /** A context redefines a protected term. */
        CLASH("context-clash"),
        /** A context that is not on the allow-list. */
        UNKNOWN_CONTEXT("unknown-context"),
        /** A context written inside the document. */
        INLINE_CONTEXT("inline-context"),
        /** Not JSON-LD. */
        INVALID("invalid-json-ld"),
        /** A bound on work was reached. */
        TOO_MUCH_WORK("too-much-work");

        private final String code;

        Problem(String code) {
            this.code = code;
        }

        /** Whether the content remains unknown, as opposed to being unsigned. */
        public boolean isUnreadable() {
            return this == UNKNOWN_CONTEXT || this == INLINE_CONTEXT || this == TOO_MUCH_WORK;
        }

        /** The last part of a reason code. */
        public String code() {
            return code;
        }
    }
}
