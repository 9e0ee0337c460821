package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A BitstringStatusListEntry (clause 2.1).
 *
 * @param list the address of the list credential as written
 * @param uri the same, to fetch
 * @param purpose revocation, suspension, message, refresh or another word
 * @param index the entry in the list
 * @param numericIndex whether the index was a number where the specification wants a string
 * @param size bits an entry
 */
record StatusEntry(String list, URI uri, String purpose, long index, boolean numericIndex, int size) {
    private static final Pattern INDEX = Pattern.compile("\\d{1,15}");

    /** The entry, or nothing when a member is missing or is not what it should be. */
    static Optional<StatusEntry> parse(JsonNode entry) {
        String list = entry.path("statusListCredential").textValue();
        String purpose = entry.path("statusPurpose").textValue();
        JsonNode index = entry.path("statusListIndex");
        JsonNode size = entry.path("statusSize");
        String digits = index.isTextual() || index.isIntegralNumber() ? index.asText() : "";
        boolean sized = size.isMissingNode() || (size.isInt() && size.intValue() >= 1 && size.intValue() <= 8);
        if (list == null || purpose == null || !INDEX.matcher(digits).matches() || !sized) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StatusEntry(
                    list, URI.create(list), purpose, Long.parseLong(digits), !index.isTextual(), size.asInt(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
