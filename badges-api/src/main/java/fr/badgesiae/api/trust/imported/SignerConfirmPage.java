package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.html.Errors;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The question before a signer is pinned: are these its keys?
 *
 * @param keys what the DID lists now; never empty
 * @param list what its list says now, or null
 * @param problem why there is no list, or null
 */
public record SignerConfirmPage(
        SignerForm form, List<Fingerprint> keys, Seen list, ImportProblem problem, Errors errors) {
    /** What a list says of itself. */
    public record Seen(int entries, long sequence, Instant expires) {}

    /** The keys that were shown, so that nothing else is pinned than what was looked at. */
    public String shown() {
        return keys.stream().map(Fingerprint::thumbprint).collect(Collectors.joining(" "));
    }
}
