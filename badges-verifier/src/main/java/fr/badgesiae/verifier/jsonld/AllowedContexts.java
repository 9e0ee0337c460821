package fr.badgesiae.verifier.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.json.JsonStructure;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Serves contexts of the allow-list to the JSON-LD library, each converted once. */
final class AllowedContexts implements DocumentLoader {
    private static final int MAX_CACHED = 200;

    private final ContextSource source;
    private final Cache<String, JsonStructure> carried =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    AllowedContexts(ContextSource source) {
        this.source = source;
    }

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
        JsonStructure context = carried.get(url.toString(), this::carry);
        if (context == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, url.toString());
        }
        // Without its URL: no context refers to another by a relative one. The library also takes equal protected
        // definitions from two URLs for different ones (JSON-LD 1.1 API 4.2.2, step 27).
        return JsonDocument.of(context);
    }

    private @Nullable JsonStructure carry(String url) {
        return source.find(url)
                .map(JakartaJson::of)
                .filter(JsonStructure.class::isInstance)
                .map(JsonStructure.class::cast)
                .orElse(null);
    }
}
