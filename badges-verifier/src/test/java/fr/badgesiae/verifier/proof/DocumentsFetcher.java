package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Serves a few documents; every other address answers 404, or is unreachable. */
public final class DocumentsFetcher implements Fetcher {
    private final Map<URI, FetchResult> answers = new HashMap<>();

    public DocumentsFetcher with(String address, String body) {
        return redirected(address, address, body);
    }

    DocumentsFetcher redirected(String address, String finalAddress, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        URI last = URI.create(finalAddress);
        answers.put(URI.create(address), new FetchResult.Fetched(last, "application/json", bytes, true, false));
        return this;
    }

    public DocumentsFetcher down(String address) {
        answers.put(URI.create(address), new FetchResult.Failed(FetchResult.Failure.UNREACHABLE, "down"));
        return this;
    }

    @Override
    public FetchResult fetch(URI uri, FetchLimits limits) {
        return answers.getOrDefault(uri, new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "404"));
    }
}
