package fr.badgesiae.api.keys;

import java.time.Instant;
import java.util.List;

/**
 * An organisation's keys, for whoever runs it; read only.
 *
 * @param did what its badges are signed as
 */
public record KeysPage(String did, String didPath, List<Key> keys) {
    /**
     * @param path of its public half
     * @param until null while it is in use
     */
    public record Key(String path, KeyAlgorithm algorithm, KeyState state, Instant since, Instant until) {}
}
