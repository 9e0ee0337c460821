package fr.badgesiae.verifier.cli;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import fr.badgesiae.verifier.trust.TrustListReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A registry from a file: a signed list (docs/trust-list.md), or an unsigned object from issuer id to registeredName, siret,
 * network, since and suspendedSince.
 */
final class TrustFile {
    private static final int MAX_BYTES = 4 << 20;

    private TrustFile() {}

    /** @param signer the DID whose signature is required, or null */
    static TrustRegistry read(Path file, @Nullable String signer, VerificationPolicy policy) throws InputException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            boolean plain = new String(bytes, StandardCharsets.UTF_8).strip().startsWith("{");
            if (plain && signer != null) {
                throw new InputException("input.trust-unsigned", file);
            }
            return plain ? plain(file, bytes) : signed(file, bytes, signer, policy);
        } catch (IOException e) {
            throw new InputException("input.unreadable", file);
        } catch (UnreadableException e) {
            throw new InputException("input.trust", file);
        }
    }

    private static TrustRegistry signed(Path file, byte[] bytes, @Nullable String signer, VerificationPolicy policy)
            throws InputException {
        if (signer == null) {
            throw new InputException("input.trust-signer", file);
        }
        TrustListReader.Pinned pinned = new TrustListReader.Pinned(signer, policy.at(), 0, policy.allowLoopback());
        TrustListReader.Answer answer = new TrustListReader().read(bytes, pinned, PolicyOptions.fetcher(policy));
        if (answer instanceof TrustListReader.Accepted accepted) {
            return accepted.list().registry(signer);
        }
        TrustListReader.Refused refused = (TrustListReader.Refused) answer;
        throw new InputException("input.trust-refused", file, refused.problem(), refused.detail());
    }

    private static TrustRegistry plain(Path file, byte[] bytes) throws UnreadableException, InputException {
        Map<String, TrustRegistry.Entry> entries = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : JsonReader.object(bytes).properties()) {
            try {
                entries.put(entry.getKey(), entry(entry.getValue()));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new InputException("input.trust-entry", file, entry.getKey());
            }
        }
        return id -> Optional.ofNullable(entries.get(id));
    }

    private static TrustRegistry.Entry entry(JsonNode node) {
        String name = node.path("registeredName").asText("");
        if (name.isBlank()) {
            throw new IllegalArgumentException("nobody is known without a name");
        }
        return new TrustRegistry.Entry(
                name,
                node.path("siret").textValue(),
                node.path("network").textValue(),
                date(node.path("since")),
                date(node.path("suspendedSince")));
    }

    private static @Nullable LocalDate date(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : LocalDate.parse(node.asText());
    }
}
