package fr.badgesiae.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The badge's own description of itself, in any version of Open Badges. Unproven. A member is null when the badge lacks it
 * or its document could not be read. Only texts are read: a text, the text of a value object, or the first text of a list.
 *
 * @param achievement name of the achievement
 * @param description of the achievement
 * @param image URL or data URI of the badge's image
 * @param criteria the criteria: a text, or the URL of one
 * @param issuerId id of the issuer
 * @param issuerName the name that the issuer states
 * @param recipient the recipient as written: an id, an address, or a hash
 * @param from issue date or start of validity, as written
 * @param until end of validity, as written
 * @param details everything else that a page shows
 */
public record BadgeSummary(
        @Nullable String achievement,
        @Nullable String description,
        @Nullable String image,
        @Nullable String criteria,
        @Nullable String issuerId,
        @Nullable String issuerName,
        @Nullable String recipient,
        @Nullable String from,
        @Nullable String until,
        Details details) {

    /**
     * What a page shows beside the essential members.
     *
     * @param title the name of the credential itself
     * @param achievementId id of the achievement
     * @param language language tag of the achievement
     * @param criteriaUrl the URL of the criteria, also beside a text
     * @param recipientName the name that the badge bears in clear
     * @param recipientType the kind of identifier in {@code recipient}, such as {@code email}
     * @param recipientHashed whether {@code recipient} is a hash
     * @param awardedOn the award date of Open Badges 3.0, as written
     * @param narrative what the issuer says of this award
     * @param comment of an endorsement
     */
    public record Details(
            @Nullable String title,
            @Nullable String achievementId,
            @Nullable String language,
            @Nullable String criteriaUrl,
            @Nullable String recipientName,
            @Nullable String recipientType,
            boolean recipientHashed,
            @Nullable String awardedOn,
            @Nullable String narrative,
            @Nullable String comment,
            List<Result> results,
            List<Alignment> alignments,
            List<Evidence> evidence) {
        public Details {
            results = List.copyOf(results);
            alignments = List.copyOf(alignments);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A result of the award (3.0).
     *
     * @param name of its description
     * @param level name of the achieved level
     */
    public record Result(
            @Nullable String name,
            @Nullable String level,
            @Nullable String value) {}

    /** A skill or occupation that the achievement is aligned to; {@code url} as written. */
    public record Alignment(
            @Nullable String name,
            @Nullable String framework,
            @Nullable String code,
            @Nullable String description,
            @Nullable String url) {
        /** The alignment that a node states, in 3.0 and 2.0; null where it names nothing. */
        public static @Nullable Alignment of(JsonNode node) {
            Alignment alignment = new Alignment(
                    text(node, "targetName"),
                    text(node, "targetFramework"),
                    text(node, "targetCode"),
                    text(node, "targetDescription"),
                    text(node, "targetUrl"));
            boolean names = alignment.name != null || alignment.code != null || alignment.url != null;
            return names ? alignment : null;
        }
    }

    /** Evidence of the award; {@code url} as written. */
    public record Evidence(
            @Nullable String name,
            @Nullable String narrative,
            @Nullable String description,
            @Nullable String url) {
        /** The evidence that a node states, in 3.0 and 2.0; a text is its URL; null where it says nothing. */
        public static @Nullable Evidence of(JsonNode node) {
            Evidence evidence =
                    new Evidence(text(node, "name"), text(node, "narrative"), text(node, "description"), id(node));
            boolean says = evidence.name != null
                    || evidence.narrative != null
                    || evidence.description != null
                    || evidence.url != null;
            return says ? evidence : null;
        }
    }

    /** The summary of an Open Badges 3.0 credential. */
    public static BadgeSummary ofCredential(JsonNode credential) {
        JsonNode subject = first(credential.path("credentialSubject"));
        // A learner record has many achievements: its own name describes it.
        boolean record = subject.has("verifiableCredential")
                && !subject.path("achievement").isObject();
        JsonNode achievement = record ? credential : first(subject.path("achievement"));
        JsonNode issuer = stated(credential.path("issuer"));
        String narrative = text(first(achievement.path("criteria")), "narrative");
        String criteriaUrl = id(first(achievement.path("criteria")));
        return new BadgeSummary(
                text(achievement, "name"),
                text(achievement, "description"),
                id(first(achievement.path("image"))),
                narrative == null ? criteriaUrl : narrative,
                id(issuer),
                text(issuer, "name"),
                subject.has("id")
                        ? subject.path("id").textValue()
                        : first(subject.path("identifier")).path("identityHash").textValue(),
                date(credential, "validFrom", "issuanceDate"),
                date(credential, "validUntil", "expirationDate"),
                details(credential, subject, achievement, criteriaUrl));
    }

    private static Details details(
            JsonNode credential, JsonNode subject, JsonNode achievement, @Nullable String criteriaUrl) {
        JsonNode identifier = subject.has("id") ? MissingNode.getInstance() : first(subject.path("identifier"));
        return new Details(
                text(credential, "name"),
                id(achievement),
                text(achievement, "inLanguage"),
                criteriaUrl,
                recipientName(subject),
                text(identifier, "identityType"),
                !identifier.isMissingNode() && identifier.path("hashed").asBoolean(true),
                text(credential, "awardedDate"),
                text(subject, "narrative"),
                text(subject, "endorsementComment"),
                results(subject, achievement),
                each(achievement.path("alignment"), Alignment::of),
                each(credential.path("evidence"), Evidence::of));
    }

    private static @Nullable String recipientName(JsonNode subject) {
        for (JsonNode identity : items(subject.path("identifier"))) {
            boolean plain = !identity.path("hashed").asBoolean(true);
            if (plain && "name".equals(text(identity, "identityType"))) {
                return text(identity, "identityHash");
            }
        }
        return null;
    }

    private static List<Result> results(JsonNode subject, JsonNode achievement) {
        return each(subject.path("result"), result -> {
            String described = text(result, "resultDescription");
            String achieved = text(result, "achievedLevel");
            String name = null;
            String level = null;
            for (JsonNode description : items(achievement.path("resultDescription"))) {
                if (described != null && described.equals(id(description))) {
                    name = text(description, "name");
                }
                for (JsonNode rubric : items(description.path("rubricCriterionLevel"))) {
                    level = achieved != null && achieved.equals(id(rubric)) ? text(rubric, "name") : level;
                }
            }
            String value = text(result, "value");
            return level == null && value == null ? null : new Result(name, level, value);
        });
    }

    /** Reads each object or text of a list, or the one that stands alone; what says nothing is left out. */
    public static <T> List<T> each(JsonNode list, Reader<T> reader) {
        List<T> found = new ArrayList<>();
        for (JsonNode item : items(list)) {
            @Nullable T read = item.isObject() || item.isTextual() ? reader.read(item) : null;
            if (read != null) {
                found.add(read);
            }
        }
        return List.copyOf(found);
    }

    /** Reads a node; null where it says nothing. */
    @FunctionalInterface
    public interface Reader<T> {
        @Nullable
        T read(JsonNode node);
    }

    /** The text of a member, without surrounding space, or null. */
    public static @Nullable String text(JsonNode object, String name) {
        for (JsonNode item : items(object.path(name))) {
            JsonNode value = item.has("@value") ? item.path("@value") : item;
            if (value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue().strip();
            }
        }
        return null;
    }

    /** The id of a node that is an id or has one, or null. */
    private static @Nullable String id(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.path("id").textValue();
    }

    /** A date under its name of the data model 2.0, or else of 1.1. */
    private static @Nullable String date(JsonNode node, String name, String other) {
        JsonNode value = stated(node.path(name));
        return (value.isMissingNode() ? stated(node.path(other)) : value).textValue();
    }

    private static Iterable<JsonNode> items(JsonNode node) {
        return node.isArray() ? node : List.of(node);
    }

    /** A list of one is read as its item; null is absent. */
    private static JsonNode stated(JsonNode node) {
        return node.isNull() || (node.isArray() && node.size() < 2) ? first(node) : node;
    }

    private static JsonNode first(JsonNode node) {
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            if (!item.isNull()) {
                return item;
            }
        }
        return node.isArray() || node.isNull() ? MissingNode.getInstance() : node;
    }
}
