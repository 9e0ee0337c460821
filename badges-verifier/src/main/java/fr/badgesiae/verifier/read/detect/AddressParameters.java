package fr.badgesiae.verifier.read.detect;

import fr.badgesiae.verifier.Submission;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The address of a badge in a parameter of another address, as LinkedIn and badge viewers write it. Only https, and http for
 * loopback, which the fetcher accepts or refuses.
 */
public final class AddressParameters {
    private static final Set<String> NAMES = Set.of("certUrl", "certificationUrl", "credential_url");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private AddressParameters() {}

    /**
     * A parameter that holds an address.
     *
     * @param name one of the three names
     * @param address its decoded value
     */
    public record Parameter(String name, URI address) {}

    /** The first parameter of a known name that holds an address. */
    public static Optional<Parameter> of(URI uri) {
        String query = uri.getRawQuery();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals);
            Optional<URI> address = NAMES.contains(name) ? address(pair.substring(equals + 1)) : Optional.empty();
            if (address.isPresent()) {
                return Optional.of(new Parameter(name, address.get()));
            }
        }
        return Optional.empty();
    }

    /** Decodes a value (URL Standard, application/x-www-form-urlencoded). */
    private static Optional<URI> address(String value) {
        try {
            return Submission.address(URLDecoder.decode(value, StandardCharsets.UTF_8))
                    .map(Submission.Address::uri)
                    .filter(AddressParameters::mayBeFetched);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean mayBeFetched(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return !host.isEmpty()
                && ("https".equalsIgnoreCase(uri.getScheme())
                        || ("http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(host)));
    }
}
