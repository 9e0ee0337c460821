package fr.badgesiae.api.holder.imported;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.platform.Sha256;
import fr.badgesiae.verifier.BadgeSummary;
import fr.badgesiae.verifier.VerificationReport;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What makes two files the same badge: the ids of its issuer and of itself, percent-decoded and trimmed (Open Badges 3.0, 8.2).
 * The one with the later start of validity is the newer one.
 */
final class ImportIdentity {
    /** What a database stores, and nobody means more. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private ImportIdentity() {}

    /** The identity as text; a badge without an id is known by its content. */
    static String of(VerificationReport report) {
        JsonNode credential = report.credential();
        String issuer = report.issuer().id();
        return plain(issuer == null ? "" : issuer).replace("\n", "%0A") + "\n" + id(credential);
    }

    /**
     * Whether a later report is about the badge with this identity. An issuer may be unknown as long as its documents cannot be
     * fetched, and a hosted badge that was revoked may be published without it.
     */
    static boolean isOf(String identity, VerificationReport report) {
        String other = of(report);
        boolean sameId = id(identity).equals(id(other));
        return sameId
                && (issuer(identity).isEmpty()
                        || issuer(other).isEmpty()
                        || issuer(identity).equals(issuer(other)));
    }

    private static String issuer(String identity) {
        return identity.substring(0, identity.indexOf('\n'));
    }

    private static String id(String identity) {
        return identity.substring(identity.indexOf('\n') + 1);
    }

    private static String id(@Nullable JsonNode credential) {
        if (credential == null) {
            return "";
        }
        return Stream.of("id", "@id", "jti", "uid")
                .map(name -> credential.path(name).asText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(ImportIdentity::plain)
                .orElseGet(() -> Base64.getEncoder().encodeToString(Sha256.of(credential.toString())));
    }

    private static String plain(String text) {
        try {
            return URLDecoder.decode(text.strip().replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException notEncoded) {
            return text.strip();
        }
    }

    /** The number of a badge of ours, the last part of its id; empty for any other id. */
    static Optional<UUID> number(VerificationReport report) {
        JsonNode credential = report.credential();
        String id = credential == null ? "" : credential.path("id").asText();
        try {
            return Optional.of(UUID.fromString(id.substring(id.lastIndexOf('/') + 1)));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** The start of validity, or of its day; null where the badge has none that can be read or stored. */
    static @Nullable Instant validFrom(VerificationReport report) {
        BadgeSummary summary = report.summary();
        String from = summary == null ? null : summary.from();
        if (from == null) {
            return null;
        }
        try {
            Instant start = from.length() > "2026-01-01".length()
                    ? OffsetDateTime.parse(from).toInstant()
                    : LocalDate.parse(from).atStartOfDay(ZoneOffset.UTC).toInstant();
            return start.isBefore(FIRST) || start.isAfter(LAST) ? null : start;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
