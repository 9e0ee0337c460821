package fr.badgesiae.verifier.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.context.ActiveContextBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An active context that the library has processed, and its type-scoped and property-scoped contexts, each processed once.
 * Badges share few contexts, and context processing dominates the cost of expansion. Thread-safe.
 */
final class ActiveContext {
    private final com.apicatalog.jsonld.context.ActiveContext context;
    private final @Nullable ActiveContext previous;
    private final AtomicInteger room;
    private final Map<String, TermDefinition> terms = new ConcurrentHashMap<>();
    private final Map<String, Child> ofTypes = new ConcurrentHashMap<>();
    private final Map<String, Child> ofProperties = new ConcurrentHashMap<>();
    private final Map<String, Child> ofValues = new ConcurrentHashMap<>();

    private ActiveContext(
            com.apicatalog.jsonld.context.ActiveContext context, @Nullable ActiveContext previous, AtomicInteger room) {
        this.context = context;
        this.previous = previous;
        this.room = room;
    }

    /**
     * @param room how many scoped contexts are kept in all; above that they are processed again
     */
    static ActiveContext root(com.apicatalog.jsonld.context.ActiveContext context, int room) {
        return new ActiveContext(context, null, new AtomicInteger(room));
    }

    /** The active context of the library. */
    com.apicatalog.jsonld.context.ActiveContext context() {
        return context;
    }

    /** The previous context, restored in nested nodes; null when this one propagates. */
    @Nullable
    ActiveContext previous() {
        return previous;
    }

    /** The term definition of a name, or null. */
    @Nullable
    TermDefinition term(String name) {
        TermDefinition known = terms.get(name);
        if (known != null) {
            return known;
        }
        var definition = context.getTermsMapping().get(name);
        if (definition == null) {
            return null;
        }
        TermDefinition made = TermDefinition.of(name, definition, context);
        terms.put(name, made);
        return made;
    }

    /** The active context of a node with a type (JSON-LD 1.1 API 5.1.2 step 11.2). */
    ActiveContext ofType(String type, JsonValue local) throws JsonLdError {
        return child(ofTypes, type, local, builder -> builder.propagate(false));
    }

    /** The active context of a node under a property (JSON-LD 1.1 API 5.1.2 step 8). */
    ActiveContext ofProperty(String property, JsonValue local) throws JsonLdError {
        return child(ofProperties, property, local, builder -> builder.overrideProtected(true));
    }

    /** The active context of a string, number or boolean under a property (step 4.2). */
    ActiveContext ofValue(String property, JsonValue local) throws JsonLdError {
        return child(ofValues, property, local, builder -> builder);
    }

    private ActiveContext child(
            Map<String, Child> kept, String name, JsonValue local, UnaryOperator<ActiveContextBuilder> how)
            throws JsonLdError {
        Child known = kept.get(name);
        // The local context may come from an outer active context, which may define the same name differently.
        if (known != null && known.local() == local) {
            return known.active();
        }
        ActiveContext made = make(name, local, how);
        if (known == null && room.getAndDecrement() > 0) {
            kept.put(name, new Child(local, made));
        }
        return made;
    }

    private ActiveContext make(String name, JsonValue local, UnaryOperator<ActiveContextBuilder> how)
            throws JsonLdError {
        var made = how.apply(context.newContext())
                .create(
                        local,
                        context.getTerm(name)
                                .map(com.apicatalog.jsonld.context.TermDefinition::getBaseUrl)
                                .orElse(null));
        return new ActiveContext(made, wrapped(made.getPreviousContext()), room);
    }

    private @Nullable ActiveContext wrapped(com.apicatalog.jsonld.context.@Nullable ActiveContext outer) {
        if (outer == null) {
            return null;
        }
        if (outer == context) {
            return this;
        }
        return previous != null && outer == previous.context ? previous : new ActiveContext(outer, null, room);
    }

    private record Child(JsonValue local, ActiveContext active) {}
}
