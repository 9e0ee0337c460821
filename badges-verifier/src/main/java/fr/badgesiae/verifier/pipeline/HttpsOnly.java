package fr.badgesiae.verifier.pipeline;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.codec.HttpsAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Asks for http addresses over https of the same host. No check sees content that came over http, loopback apart, whichever
 * fetcher the caller brings.
 */
public final class HttpsOnly implements Fetcher {
    private static final String NOT_HTTPS = "not https";

    private final Fetcher fetcher;

    public HttpsOnly(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public FetchResult fetch(URI uri, FetchLimits limits) {
        Optional<URI> address = HttpsAddress.of(uri);
        if (address.isEmpty()) {
            return new FetchResult.Failed(Failure.REFUSED_ADDRESS, NOT_HTTPS);
        }
        FetchResult result = fetcher.fetch(address.get(), limits);
        return result instanceof FetchResult.Fetched fetched && HttpsAddress.isPlainHttp(fetched.finalUri())
                ? new FetchResult.Failed(Failure.REFUSED_ADDRESS, NOT_HTTPS)
                : result;
    }
}
