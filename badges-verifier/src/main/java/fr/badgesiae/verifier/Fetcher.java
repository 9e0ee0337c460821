package fr.badgesiae.verifier;

import java.net.URI;

/** The only access to the network. Returns a result and never throws. */
@FunctionalInterface
public interface Fetcher {
    FetchResult fetch(URI uri, FetchLimits limits);

    /** A fetcher that refuses every URL, for verification without network. */
    static Fetcher offline() {
        return (uri, limits) -> new FetchResult.Failed(FetchResult.Failure.OFFLINE, "no network by policy");
    }
}
