package fr.badgesiae.api.verification;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.BadgeSummary;
import fr.badgesiae.verifier.VerificationReport;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The content of a signed badge that a page shows, read from the verified JSON. Texts are null where the badge has none.
 *
 * @param language the language tag of the achievement, for the {@code lang} attribute
 * @param holder the name of the recipient, or null
 * @param level the name of the achieved level, or null
 * @param imageUrl as signed, or null
 */
public record SignedBadge(
        @Nullable String name,
        @Nullable String description,
        @Nullable String criteria,
        @Nullable String narrative,
        List<String> evidence,
        @Nullable String holder,
        @Nullable String level,
        @Nullable String language,
        @Nullable String imageUrl,
        @Nullable LocalDate awardedOn,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {

    /** The credential where its content is proven; pages show nothing else of a badge. */
    public static Optional<JsonNode> proven(VerificationReport report) {
        return report.proven() ? Optional.ofNullable(report.credential()) : Optional.empty();
    }

    /** Reads a proven badge of any version. */
    static Optional<SignedBadge> of(VerificationReport report) {
        return proven(report)
                .flatMap(credential -> credential.has("credentialSubject")
                        ? Optional.of(read(credential))
                        : Optional.ofNullable(report.summary()).map(SignedBadge::read));
    }

    /** Reads a badge of an older version; fields of Open Badges 3.0 alone are null. */
    private static SignedBadge read(BadgeSummary summary) {
        Instant from = instant(summary.from());
        return new SignedBadge(
                summary.achievement(),
                summary.description(),
                summary.criteria(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                from == null ? null : LocalDate.ofInstant(from, ZoneOffset.UTC),
                from,
                instant(summary.until()));
    }

    /** Reads an Open Badges 3.0 credential. */
    public static SignedBadge read(JsonNode credential) {
        JsonNode subject = first(credential.path("credentialSubject"));
        JsonNode achievement = first(subject.path("achievement"));
        Instant awarded = instant(credential, "awardedDate");
        Instant from = instant(credential, "validFrom", "issuanceDate");
        Instant day = awarded == null ? from : awarded;
        return new SignedBadge(
                text(achievement, "name"),
                text(achievement, "description"),
                text(achievement.path("criteria"), "narrative"),
                text(subject, "narrative"),
                items(credential.path("evidence"))
                        .map(evidence -> text(evidence, "narrative"))
                        .filter(Objects::nonNull)
                        .toList(),
                holder(subject),
                level(subject, achievement),
                text(achievement, "inLanguage"),
                text(achievement.path("image"), "id"),
                day == null ? null : LocalDate.ofInstant(day, ZoneOffset.UTC),
                from,
                instant(credential, "validUntil", "expirationDate"));
    }

    private static @Nullable String holder(JsonNode subject) {
        return items(subject.path("identifier"))
                .filter(identity -> "name".equals(text(identity, "identityType"))
                        && !identity.path("hashed").asBoolean(true))
                .map(identity -> text(identity, "identityHash"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String level(JsonNode subject, JsonNode achievement) {
        String achieved = items(subject.path("result"))
                .map(result -> text(result, "achievedLevel"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return items(achievement.path("resultDescription"))
                .flatMap(description -> items(description.path("rubricCriterionLevel")))
                .filter(level -> achieved != null && achieved.equals(text(level, "id")))
                .map(level -> text(level, "name"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static JsonNode first(JsonNode value) {
        return value.isArray() ? value.path(0) : value;
    }

    private static Stream<JsonNode> items(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                : value.isObject() ? Stream.of(value) : Stream.empty();
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode stated = object.path(name);
        JsonNode value = stated.isArray() && stated.size() == 1 ? stated.path(0) : stated;
        return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
    }

    private static @Nullable Instant instant(JsonNode object, String name) {
        return instant(text(object, name));
    }

    /** A date of the data model 2.0, or else of 1.1. */
    private static @Nullable Instant instant(JsonNode credential, String name, String earlierName) {
        return instant(credential, credential.has(name) ? name : earlierName);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
