package fr.badgesiae.verifier;

import java.net.URI;

/** The only door to the network: answers with a result and never throws. */
@FunctionalInterface
public interface Fetcher {
    FetchResult fetch(URI uri, FetchLimits limits);

    /** A fetcher that refuses every address, for judgements without network. */
    static Fetcher offline() {
        return (uri, limits) -> new FetchResult.Failed(FetchResult.Failure.OFFLINE, "no network by policy");
    }
}
