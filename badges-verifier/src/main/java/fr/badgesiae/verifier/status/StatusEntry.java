package fr.badgesiae.verifier.status;

import static fr.badgesiae.verifier.read.ParsedCredential.stated;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A BitstringStatusListEntry (clause 2.1) or a StatusList2021Entry.
 *
 * @param kind which of the two
 * @param list the URL of the list credential as written
 * @param uri the same, parsed
 * @param purpose revocation, suspension, message, refresh or another word
 * @param index the entry in the list
 * @param numericIndex whether the index was a number; the specification requires a string
 * @param size bits an entry
 * @param messages {@code statusMessage} as signed by the badge's issuer, or a missing node
 */
public record StatusEntry(
        BitListKind kind,
        String list,
        URI uri,
        String purpose,
        long index,
        boolean numericIndex,
        int size,
        JsonNode messages) {
    private static final Pattern INDEX = Pattern.compile("\\d{1,15}");

    /** The entry; empty when a member is missing or malformed. */
    public static Optional<StatusEntry> parse(BitListKind kind, JsonNode entry) {
        String list = stated(entry.path("statusListCredential")).textValue();
        String purpose = stated(entry.path("statusPurpose")).textValue();
        JsonNode index = stated(entry.path("statusListIndex"));
        JsonNode size = stated(kind.sized() ? entry.path("statusSize") : entry.path(""));
        String digits = index.isTextual() || index.isIntegralNumber() ? index.asText() : "";
        boolean sized = size.isMissingNode() || (size.isInt() && size.intValue() >= 1 && size.intValue() <= 8);
        if (list == null || purpose == null || !INDEX.matcher(digits).matches() || !sized) {
            return Optional.empty();
        }
        return address(list)
                .map(uri -> new StatusEntry(
                        kind,
                        list,
                        uri,
                        purpose,
                        Long.parseLong(digits),
                        !index.isTextual(),
                        size.asInt(1),
                        entry.path("statusMessage")));
    }

    /** An absolute URI, or empty. */
    public static Optional<URI> address(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(URI::create).filter(URI::isAbsolute);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The issuer's message for a value, or empty (clause 2.1, statusMessage). */
    public Optional<String> message(int value) {
        for (JsonNode message : messages) {
            String status = message.path("status").asText("");
            if (status.startsWith("0x") && Integer.toHexString(value).equalsIgnoreCase(status.substring(2))) {
                return Optional.ofNullable(message.path("message").textValue());
            }
        }
        return Optional.empty();
    }

    /** Whether an entry of several bits lacks a message for a value (clause 2.1). */
    boolean lacksMessages() {
        return size > 1 && messages.size() != 1 << size;
    }
}
