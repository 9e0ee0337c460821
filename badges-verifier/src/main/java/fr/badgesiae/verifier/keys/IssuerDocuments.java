package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * DID documents, Profiles and key documents of one judgement, each fetched at most once and read as JSON, never as JSON-LD.
 * Used by one thread.
 */
public final class IssuerDocuments {
    private static final int MAX_DEPTH = 64;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Fetcher fetcher;
    private final Map<URI, Answer> answers = new HashMap<>();

    public IssuerDocuments(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** What came of asking for a document. */
    public sealed interface Answer {}

    /**
     * @param json the document
     * @param finalUri where it came from after redirects within its origin
     * @param length in bytes
     * @param sha256 of the bytes, in hexadecimal
     * @param stale whether it is an old copy
     */
    public record Found(ObjectNode json, URI finalUri, int length, String sha256, boolean stale) implements Answer {}

    /**
     * The address answers, but with nothing that is a JSON object, or says that there is nothing any more.
     *
     * @param farewell what it says of what is gone, if that is a JSON object
     */
    public record NoDocument(String why, Optional<ObjectNode> farewell) implements Answer {
        public NoDocument(String why) {
            this(why, Optional.empty());
        }
    }

    /** Nobody knows what the address would answer. */
    public record Unreachable(FetchResult.Failure failure) implements Answer {}

    /** The document at an address; its fragment is ignored. */
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
            case GONE -> new NoDocument(failure.name(), object(((FetchResult.Failed) result).farewell()));
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
                ? found(JSON.createObjectNode().put("publicKeyPem", text), fetched)
                : new NoDocument("NOT_JSON");
    }

    /** Empty for a page, or a key in PEM. */
    private static Optional<ObjectNode> object(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return json instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
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
