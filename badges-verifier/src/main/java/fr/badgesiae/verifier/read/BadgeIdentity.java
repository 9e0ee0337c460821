package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes two readings the same badge: an equal token, or an equal document whatever the order of its members. An equal id
 * is not enough. One exception: a hosted assertion of Open Badges 2.0 or 1.x only names its address, so what was fetched from
 * there is the badge that a copy names, also where the copy differs.
 *
 * @param digest of the token or of the document with sorted members
 * @param hostedAt the address of a hosted assertion, as https; else empty
 * @param fetchedFrom the addresses that led to the reading, as https
 */
record BadgeIdentity(String digest, String hostedAt, List<String> fetchedFrom) {

    static BadgeIdentity of(ReadResult reading, ParsedCredential credential) {
        String content = credential
                .jws()
                .map(CompactJws::compact)
                .orElseGet(() -> sorted(credential.document()).toString());
        List<String> fetchedFrom = reading.findings().stream()
                .filter(finding -> FormatDetector.FETCHED.contains(finding.key()))
                .map(finding -> secure(finding.value().replace(" 410", "")))
                .toList();
        return new BadgeIdentity(
                Sha256.hex(content.getBytes(StandardCharsets.UTF_8)), secure(hostedAt(credential)), fetchedFrom);
    }

    /** Whether this is the badge that was read before. */
    boolean repeats(BadgeIdentity earlier) {
        boolean published = !hostedAt.isEmpty() && fetchedFrom.contains(hostedAt);
        return digest.equals(earlier.digest) || (published && hostedAt.equals(earlier.hostedAt));
    }

    private static String hostedAt(ParsedCredential credential) {
        if (!credential.isOb2() || credential.jws().isPresent()) {
            return "";
        }
        String id = credential.id();
        return id == null ? credential.document().path("verify").path("url").asText() : id;
    }

    private static String secure(String address) {
        return address.startsWith("http:") ? "https:" + address.substring("http:".length()) : address;
    }

    private static JsonNode sorted(JsonNode value) {
        if (value.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            value.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            return new ObjectNode(JsonNodeFactory.instance, members);
        }
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(item -> items.add(sorted(item)));
            return items;
        }
        return value;
    }
}
