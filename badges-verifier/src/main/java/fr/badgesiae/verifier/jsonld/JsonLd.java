package fr.badgesiae.verifier.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import fr.badgesiae.verifier.jsonld.Expansion.Refused;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * JSON-LD 1.1 in safe mode and RDFC-1.0, bounded by counted work: the same document always gets the same result.
 * Thread-safe. Build one and keep it: processed contexts, the largest cost, are cached.
 */
public final class JsonLd {
    static final int MAX_OBJECTS = 5_000;
    static final int MAX_QUADS = 50_000;
    private static final int MAX_STEPS = 200_000;
    private static final int MAX_CACHED_CONTEXTS = 50;
    private static final int MAX_SCOPED_CONTEXTS = 200;

    private final ContextSource contexts;
    private final ProcessingRuntime runtime;
    private final Canonicalizer canonicalizer = new Canonicalizer(MAX_STEPS);
    private final Cache<JsonNode, ActiveContext> processed =
            Caffeine.newBuilder().maximumSize(MAX_CACHED_CONTEXTS).build();

    /** @param contexts all contexts that a document may name */
    public JsonLd(ContextSource contexts) {
        this.contexts = contexts;
        JsonLdOptions options = new JsonLdOptions(new AllowedContexts(contexts));
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        this.runtime = ProcessingRuntime.of(options);
    }

    /**
     * Expands a document to RDF; refuses it when part of it would not be in the RDF.
     *
     * @param document with its {@code @context}; a secured credential without its {@code proof}
     */
    public Expansion expand(ObjectNode document) {
        try {
            Optional<List<Quad>> plain = expandPlain(document);
            return plain.isPresent() ? new Safe(plain.get()) : expandWhole(document);
        } catch (RefusedException e) {
            return e.refusal();
        } catch (JsonLdError e) {
            return refusal(e);
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException e) {
            // The library throws these on unexpected shapes, such as an array where a term expects a map.
            return new Refused(Problem.INVALID, "");
        }
    }

    /** The fast path; empty when the document needs the full algorithm. */
    Optional<List<Quad>> expandPlain(ObjectNode document) throws JsonLdError {
        ActiveContext active = processed.getIfPresent(document.path("@context"));
        if (active == null) {
            new InputScan(contexts, MAX_OBJECTS).read(document); // before any context is processed
            active = activeContextOf(document.path("@context"));
        }
        return FastPathExpansion.expand(document, active);
    }

    /** The full algorithm, which also reports the problem. */
    Expansion expandWhole(ObjectNode document) throws JsonLdError {
        InputScan scan = new InputScan(contexts, MAX_OBJECTS);
        scan.read(document);
        JsonObject root = expandedRoot(scan.nulls() ? WithoutNulls.of(document) : document);
        RdfWriter writer = new RdfWriter(MAX_QUADS);
        writer.writeRoot(root);
        ReusedIds.check(root);
        if (writer.values() != scan.values()) {
            return new Refused(Problem.VALUE_DROPPED, DroppedValue.guess(document));
        }
        return new Safe(writer.quads());
    }

    /** The root node in expanded form, not in safe mode. */
    JsonObject expandedRoot(ObjectNode document) throws JsonLdError {
        ActiveContext active = activeContextOf(document.path("@context"));
        JsonValue body = JakartaJson.object(document, "@context");
        JsonValue expanded = com.apicatalog.jsonld.expansion.Expansion.with(active.context(), body, null, null)
                .compute();
        return rootOf(expanded);
    }

    /** The canonical N-Quads of a document that passed safe mode. */
    public CanonicalForm canonicalize(Safe document, HashAlgorithm hash) {
        return canonicalizer.canonicalize(document.quads(), hash, UnaryOperator.identity());
    }

    /**
     * The canonical N-Quads with replaced blank node labels, sorted by these (vc-di-ecdsa 3.4.2).
     *
     * @param labels from a canonical label such as {@code c14n0} to its replacement
     */
    public CanonicalForm canonicalize(Safe document, UnaryOperator<String> labels) {
        return canonicalizer.canonicalize(document.quads(), HashAlgorithm.SHA_256, labels);
    }

    /** The only root node. */
    private static JsonObject rootOf(JsonValue expanded) {
        JsonValue root = expanded instanceof JsonArray array && array.size() == 1 ? array.get(0) : expanded;
        if (root instanceof JsonObject node) {
            return node;
        }
        throw new RefusedException(Problem.VALUE_DROPPED, "");
    }

    /** Context processing dominates the cost of expansion, and documents share few lists of contexts. */
    private ActiveContext activeContextOf(JsonNode context) throws JsonLdError {
        ActiveContext known = processed.getIfPresent(context);
        if (known != null) {
            return known;
        }
        var empty = new com.apicatalog.jsonld.context.ActiveContext(null, null, runtime);
        var processedContext =
                context.isMissingNode() ? empty : empty.newContext().create(JakartaJson.of(context), (URI) null);
        ActiveContext made = ActiveContext.root(processedContext, MAX_SCOPED_CONTEXTS);
        processed.put(context.deepCopy(), made);
        return made;
    }

    private static Refused refusal(JsonLdError error) {
        // An error in a context is wrapped in a loading error.
        if (error.getCause() instanceof JsonLdError cause) {
            return refusal(cause);
        }
        JsonLdErrorCode code = error.getCode();
        Problem problem = switch (code) {
            case UNDEFINED_TERM -> Problem.UNDEFINED_TERM;
            case PROTECTED_TERM_REDEFINITION -> Problem.CLASH;
            case LOADING_DOCUMENT_FAILED, LOADING_REMOTE_CONTEXT_FAILED -> Problem.UNKNOWN_CONTEXT;
            case CONTEXT_OVERFLOW -> Problem.TOO_MUCH_WORK;
            default -> Problem.INVALID;
        };
        return new Refused(problem, problem == Problem.UNDEFINED_TERM ? term(error) : code.name());
    }

    /** The term, which the library puts in brackets within its message. */
    private static String term(JsonLdError error) {
        String message = String.valueOf(error.getMessage());
        int from = message.indexOf('[');
        int to = message.lastIndexOf("]. ");
        return from >= 0 && to > from ? message.substring(from + 1, to) : "";
    }
}
