package fr.badgesiae.verifier.ob2.graph;

import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Documents at addresses, without a network. */
final class Site {
    private final Map<String, FetchResult> answers = new HashMap<>();

    Site serve(String url, String json) {
        return redirect(url, url, json);
    }

    Site redirect(String url, String finalUrl, String json) {
        return answer(url, new FetchResult.Fetched(URI.create(finalUrl), "", bytes(json), false, false));
    }

    Site stale(String url, String json) {
        return answer(url, new FetchResult.Fetched(URI.create(url), "", bytes(json), false, true));
    }

    Site gone(String url, String body) {
        return answer(url, new FetchResult.Failed(Failure.GONE, "410", bytes(body)));
    }

    Site fail(String url, Failure failure) {
        return answer(url, new FetchResult.Failed(failure, ""));
    }

    private Site answer(String url, FetchResult answer) {
        answers.put(url, answer);
        return this;
    }

    /** @param version1 whether documents without a context are of 1.x */
    PublishedDocuments documents(boolean version1) {
        return new PublishedDocuments(
                new IssuerDocuments((uri, limits) ->
                        answers.getOrDefault(uri.toString(), new FetchResult.Failed(Failure.NOT_FOUND, ""))),
                version1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
