package fr.badgesiae.verifier.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.context.ActiveContextBuilder;
import com.apicatalog.jsonld.context.TermDefinition;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A context that the library has processed, with the scoped contexts that its types and properties lead to, each processed
 * once: badges share few of them, and processing them is most of the cost of reading one. Thread-safe.
 */
final class Scope {
    private final ActiveContext context;
    private final Scope previous;
    private final AtomicInteger room;
    private final Map<String, Word> words = new ConcurrentHashMap<>();
    private final Map<String, Child> ofTypes = new ConcurrentHashMap<>();
    private final Map<String, Child> ofProperties = new ConcurrentHashMap<>();
    private final Map<String, Child> ofValues = new ConcurrentHashMap<>();

    private Scope(ActiveContext context, Scope previous, AtomicInteger room) {
        this.context = context;
        this.previous = previous;
        this.room = room;
    }

    /**
     * @param room how many scoped contexts may be kept in all; past that they are made each time
     */
    static Scope root(ActiveContext context, int room) {
        return new Scope(context, null, new AtomicInteger(room));
    }

    /** What the library made of the context. */
    ActiveContext context() {
        return context;
    }

    /** The context that holds again in nested nodes, or null when this one holds there too. */
    Scope previous() {
        return previous;
    }

    private Optional<TermDefinition> term(String name) {
        return context.getTerm(name);
    }

    /** What a term means here, or null when the name is none. */
    Word word(String name) {
        Word known = words.get(name);
        if (known != null) {
            return known;
        }
        TermDefinition term = context.getTermsMapping().get(name);
        if (term == null) {
            return null;
        }
        Word made = Word.of(name, term, context);
        words.put(name, made);
        return made;
    }

    /** The scope of a node with a type (JSON-LD 1.1 API 5.1.2 step 11.2). */
    Scope ofType(String type, JsonValue local) throws JsonLdError {
        return child(ofTypes, type, local, builder -> builder.propagate(false));
    }

    /** The scope of a node under a property (JSON-LD 1.1 API 5.1.2 step 8). */
    Scope ofProperty(String property, JsonValue local) throws JsonLdError {
        return child(ofProperties, property, local, builder -> builder.overrideProtected(true));
    }

    /** The scope of a string, number or boolean under a property (step 4.2). */
    Scope ofValue(String property, JsonValue local) throws JsonLdError {
        return child(ofValues, property, local, builder -> builder);
    }

    private Scope child(Map<String, Child> kept, String name, JsonValue local, UnaryOperator<ActiveContextBuilder> how)
            throws JsonLdError {
        Child known = kept.get(name);
        // The local context may come from an outer scope, in which the same name may mean another.
        if (known != null && known.local() == local) {
            return known.scope();
        }
        Scope made = make(name, local, how);
        if (known == null && room.getAndDecrement() > 0) {
            kept.put(name, new Child(local, made));
        }
        return made;
    }

    private Scope make(String name, JsonValue local, UnaryOperator<ActiveContextBuilder> how) throws JsonLdError {
        ActiveContext made = how.apply(context.newContext())
                .create(local, term(name).map(TermDefinition::getBaseUrl).orElse(null));
        return new Scope(made, wrapped(made.getPreviousContext()), room);
    }

    private Scope wrapped(ActiveContext outer) {
        if (outer == null) {
            return null;
        }
        if (outer == context) {
            return this;
        }
        return previous != null && outer == previous.context ? previous : new Scope(outer, null, room);
    }

    private record Child(JsonValue local, Scope scope) {}
}
