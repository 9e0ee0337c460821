package fr.badgesiae.verifier.http;

import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import java.net.URI;
import java.time.Duration;

/** Where a cache gets what it lacks. */
@FunctionalInterface
public interface Source {
    Answer get(URI uri, FetchLimits limits);

    /**
     * @param result the document or the failure
     * @param lifetime how long the sender says it may be kept; zero for not at all
     */
    record Answer(FetchResult result, Duration lifetime) {}
}
