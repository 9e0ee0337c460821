package fr.badgesiae.verifier.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A BitstringStatusListEntry (clause 2.1) or a StatusList2021Entry.
 *
 * @param kind which of them
 * @param list the address of the list credential as written
 * @param uri the same, to fetch
 * @param purpose revocation, suspension, message, refresh or another word
 * @param index the entry in the list
 * @param numericIndex whether the index was a number where the specification wants a string
 * @param size bits an entry
 * @param messages {@code statusMessage} as signed by the badge's issuer; missing where there is none
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

    /** The entry, or nothing when a member is missing or is not what it should be. */
    public static Optional<StatusEntry> parse(BitListKind kind, JsonNode entry) {
        String list = entry.path("statusListCredential").textValue();
        String purpose = entry.path("statusPurpose").textValue();
        JsonNode index = entry.path("statusListIndex");
        JsonNode size = kind.sized() ? entry.path("statusSize") : entry.path("");
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

    /** An absolute address, or nothing. */
    public static Optional<URI> address(String text) {
        try {
            return Optional.ofNullable(text).map(URI::create).filter(URI::isAbsolute);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The issuer's words for a value, or nothing (clause 2.1, statusMessage). */
    public Optional<String> message(int value) {
        for (JsonNode message : messages) {
            String status = message.path("status").asText("");
            if (status.startsWith("0x") && Integer.toHexString(value).equalsIgnoreCase(status.substring(2))) {
                return Optional.ofNullable(message.path("message").textValue());
            }
        }
        return Optional.empty();
    }

    /** Entries of several bits must have a message for each value (clause 2.1). */
    boolean lacksMessages() {
        return size > 1 && messages.size() != 1 << size;
    }
}
