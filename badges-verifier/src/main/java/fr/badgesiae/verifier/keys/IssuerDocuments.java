package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The DID documents, Profiles and key documents of one verification, each fetched at most once and read as JSON, never as
 * JSON-LD. Used by one thread.
 */
public final class IssuerDocuments {
    private final Fetcher fetcher;
    private final Map<URI, Answer> answers = new HashMap<>();

    public IssuerDocuments(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** The result of a request for a document. */
    public sealed interface Answer {}

    /**
     * @param json the document
     * @param finalUri the URL after redirects within its origin
     * @param length in bytes
     * @param sha256 of the bytes, in hexadecimal
     * @param stale whether it is a stale copy
     */
    public record Found(ObjectNode json, URI finalUri, int length, String sha256, boolean stale) implements Answer {}

    /**
     * The URL answers without a JSON object, or with 410.
     *
     * @param goneBody the body of a 410 response, if it is a JSON object
     */
    public record NoDocument(String why, Optional<ObjectNode> goneBody) implements Answer {
        public NoDocument(String why) {
            this(why, Optional.empty());
        }
    }

    /** The URL does not answer. */
    public record Unreachable(FetchResult.Failure failure) implements Answer {}

    /** The document at a URL; the fragment is ignored. */
    public Answer get(URI address) {
        URI plain = withoutFragment(address);
        Answer known = answers.get(plain);
        if (known == null) {
            known = fetch(plain);
            answers.put(plain, known);
        }
        return known;
    }

    private Answer fetch(URI address) {
        FetchResult result = fetcher.fetch(address, FetchLimits.KEY_DOCUMENT);
        if (result instanceof FetchResult.Fetched fetched) {
            return read(fetched);
        }
        FetchResult.Failure failure = ((FetchResult.Failed) result).failure();
        return switch (failure) {
            case GONE -> new NoDocument(failure.name(), object(((FetchResult.Failed) result).goneBody()));
            case NOT_FOUND -> new NoDocument(failure.name());
            default -> new Unreachable(failure);
        };
    }

    private static Answer read(FetchResult.Fetched fetched) {
        Optional<ObjectNode> object = object(fetched.body());
        if (object.isPresent()) {
            return found(object.get(), fetched);
        }
        String text = new String(fetched.body(), StandardCharsets.UTF_8);
        return PemKeys.looksLike(text)
                ? found(JsonNodeFactory.instance.objectNode().put("publicKeyPem", text), fetched)
                : new NoDocument("NOT_JSON");
    }

    /** Empty for an HTML page or a PEM key. */
    private static Optional<ObjectNode> object(byte[] bytes) {
        try {
            return Optional.of(JsonReader.object(bytes));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static Found found(ObjectNode json, FetchResult.Fetched fetched) {
        String sha256 = HexFormat.of().formatHex(HashAlgorithm.SHA_256.digest().digest(fetched.body()));
        return new Found(json, fetched.finalUri(), fetched.body().length, sha256, fetched.stale());
    }

    private static URI withoutFragment(URI address) {
        String text = address.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? address : URI.create(text.substring(0, hash));
    }
}
