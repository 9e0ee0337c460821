package fr.badgesiae.api.credential.evidence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One part of the evidence of a badge: words, or a line whose head names its kind ({@code Formation : …}, {@code Lien : https://…}).
 * Each is an object of its own in {@code evidence} (Open Badges 3.0, B.1.9), so that readers show it by name.
 *
 * @param kind null for plain words
 * @param head as it stands in the text, or null
 * @param words without the head; the address of a link
 */
public record EvidencePart(
        @Nullable EvidenceKind kind, @Nullable String head, String words) {
    private static final Pattern LINE = Pattern.compile(
            "(Lien|Link|Durée|Time|Formation|Training|Immersion|Work placement)[ \u00a0]?:[ \u00a0](.+)");

    /** The parts of a text, in its order. A text without such a line is one part. */
    public static List<EvidencePart> of(String text) {
        List<EvidencePart> parts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Optional<EvidencePart> part = ofLine(line.strip());
            if (part.isPresent()) {
                end(words, parts);
                parts.add(part.get());
            } else {
                words.add(line);
            }
        }
        end(words, parts);
        return parts;
    }

    private static void end(List<String> words, List<EvidencePart> parts) {
        String text = String.join("\n", words).strip();
        if (!text.isEmpty()) {
            parts.add(new EvidencePart(null, null, text));
        }
        words.clear();
    }

    private static Optional<EvidencePart> ofLine(String line) {
        Matcher matched = LINE.matcher(line);
        if (!matched.matches()) {
            return Optional.empty();
        }
        String head = matched.group(1);
        String words = matched.group(2).strip();
        return EvidenceKind.ofHead(head)
                .filter(kind -> kind != EvidenceKind.LINK || isAddress(words))
                .map(kind -> new EvidencePart(kind, head, words));
    }

    /** Whether a link may lead there: https, a host, nothing else before it. It is never read by this service. */
    public static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && text.length() <= 500;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The object in {@code evidence}. */
    public ObjectNode json() {
        ObjectNode evidence = JsonNodeFactory.instance.objectNode();
        if (kind == EvidenceKind.LINK) {
            evidence.put("id", words);
        }
        evidence.putArray("type").add("Evidence");
        if (kind == null) {
            return evidence.put("narrative", words);
        }
        if (kind != EvidenceKind.LINK) {
            evidence.put("narrative", words);
        }
        return evidence.put("name", head).put("genre", kind.genre());
    }
}
