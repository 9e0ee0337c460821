package fr.badgesiae.verifier.jsonld;

import com.apicatalog.jsonld.lang.Keywords;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A term definition in one active context, reduced to what the fast path reads.
 *
 * @param name the term
 * @param iri its IRI mapping, or an empty string
 * @param kind its role as the name of a member
 * @param values the type mapping of its strings
 * @param datatype of its literals, or null
 * @param absolute whether the IRI mapping is an absolute IRI
 * @param local its scoped context, or null
 */
record TermDefinition(
        String name,
        String iri,
        Kind kind,
        Values values,
        @Nullable String datatype,
        boolean absolute,
        @Nullable JsonValue local) {
    /** The role of a term as the name of a member. */
    enum Kind {
        ID,
        TYPE,
        PROPERTY,
        /** Any other form; left to the library. */
        OTHER
    }

    /** The reading of strings under a property. */
    enum Values {
        TEXT,
        ID,
        VOCABULARY,
        /** With a language or a direction, or any other form; left to the library. */
        OTHER
    }

    static TermDefinition of(
            String name,
            com.apicatalog.jsonld.context.TermDefinition term,
            com.apicatalog.jsonld.context.ActiveContext context) {
        String iri = Optional.ofNullable(term.getUriMapping()).orElse("");
        boolean absolute = Iris.isAbsolute(iri);
        String type = Keywords.NONE.equals(term.getTypeMapping()) ? null : term.getTypeMapping();
        Values values = values(type, term, context);
        String datatype = values == Values.TEXT ? type : null;
        return new TermDefinition(
                name, iri, kind(name, term, absolute), values, datatype, absolute, term.getLocalContext());
    }

    private static Kind kind(String name, com.apicatalog.jsonld.context.TermDefinition term, boolean absolute) {
        if (Keywords.TYPE.equals(term.getUriMapping())) {
            return Kind.TYPE;
        }
        if (Keywords.ID.equals(term.getUriMapping())) {
            return Kind.ID;
        }
        boolean plain = absolute
                && name.indexOf(':') < 0
                && !name.startsWith("@")
                && !term.isReverseProperty()
                && term.getNestValue() == null
                && term.getIndexMapping() == null
                && !Keywords.JSON.equals(term.getTypeMapping())
                && (term.getContainerMapping() == null
                        || term.getContainerMapping().stream().allMatch(Keywords.SET::equals));
        return plain ? Kind.PROPERTY : Kind.OTHER;
    }

    private static Values values(
            @Nullable String type,
            com.apicatalog.jsonld.context.TermDefinition term,
            com.apicatalog.jsonld.context.ActiveContext context) {
        if (type == null) {
            boolean tagged = term.getLanguageMapping() != null
                    || term.getDirectionMapping() != null
                    || context.getDefaultLanguage() != null
                    || context.getDefaultBaseDirection() != null;
            return tagged ? Values.OTHER : Values.TEXT;
        }
        return switch (type) {
            case Keywords.ID -> Values.ID;
            case Keywords.VOCAB -> Values.VOCABULARY;
            default -> Iris.isAbsolute(type) ? Values.TEXT : Values.OTHER;
        };
    }
}
