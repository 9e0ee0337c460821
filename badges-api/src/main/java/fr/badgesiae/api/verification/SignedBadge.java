package fr.badgesiae.api.verification;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.verifier.BadgeSummary;
import fr.badgesiae.verifier.VerificationReport;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proven content of a badge of any version, as a page shows it: plain words, safe links. Texts are null where the badge has
 * none.
 *
 * @param language the language tag of the achievement, for the {@code lang} attribute
 * @param level the name of the first achieved level
 * @param holder the name of the recipient
 * @param identifier an e-mail address, telephone number or page of the recipient in clear, where there is no name
 * @param hashed whether the badge names its recipient by a hash alone
 * @param image the address of the picture, as signed
 * @param criteriaLink where the criteria stand at length
 * @param comment of an endorsement
 * @param shortened whether a list was too long for a page
 */
public record SignedBadge(
        VerificationReport.Kind kind,
        @Nullable String name,
        @Nullable String language,
        @Nullable String level,
        @Nullable String holder,
        @Nullable String identifier,
        boolean hashed,
        BadgeDates dates,
        @Nullable String image,
        @Nullable String description,
        @Nullable String narrative,
        @Nullable String criteria,
        @Nullable SafeLink criteriaLink,
        List<Skill> skills,
        List<Evidence> evidence,
        List<Result> results,
        @Nullable String comment,
        boolean shortened) {
    private static final int MOST = 20;
    private static final int LONGEST_TAG = 35;
    private static final Set<String> SHOWN = Set.of("email", "emailaddress", "telephone", "url");

    /** A skill or occupation: its label, the framework and code beside it, and where it is described. */
    public record Skill(
            String label, @Nullable String source, @Nullable SafeLink link) {}

    /** Evidence; at least one member is present. */
    public record Evidence(
            @Nullable String name,
            @Nullable String words,
            @Nullable SafeLink link) {}

    /** A result beside the level. */
    public record Result(@Nullable String name, String value) {}

    /** The credential where its content is proven; pages show nothing else of a badge. */
    public static Optional<JsonNode> proven(VerificationReport report) {
        return report.proven() ? Optional.ofNullable(report.credential()) : Optional.empty();
    }

    /** The content of a badge, its days in a zone; empty unless it is proven. */
    public static Optional<SignedBadge> of(VerificationReport report, FrenchZone zone) {
        return proven(report)
                .flatMap(credential -> Optional.ofNullable(report.summary()))
                .map(summary -> read(report.kind(), summary, BadgeDates.of(report, summary, zone)));
    }

    /** The content of a credential that this service wrote itself: released, or about to be signed. */
    static SignedBadge written(JsonNode credential, FrenchZone zone) {
        BadgeSummary summary = BadgeSummary.ofCredential(credential);
        return read(VerificationReport.Kind.BADGE, summary, BadgeDates.of(summary, zone));
    }

    /** Whether there is more than a name, an issuer, a recipient and dates. */
    public boolean saysMore() {
        return description != null
                || narrative != null
                || comment != null
                || criteria != null
                || criteriaLink != null
                || !skills.isEmpty()
                || !evidence.isEmpty()
                || !results.isEmpty();
    }

    private static SignedBadge read(VerificationReport.Kind kind, BadgeSummary summary, BadgeDates dates) {
        BadgeSummary.Details details = summary.details();
        String name = PlainText.name(summary.achievement());
        SafeLink criteriaLink = SafeLink.of(details.criteriaUrl());
        // Without a narrative the summary gives the URL of the criteria.
        boolean address = Objects.equals(summary.criteria(), details.criteriaUrl());
        return new SignedBadge(
                kind,
                name == null ? PlainText.name(details.title()) : name,
                language(details.language()),
                level(details.results()),
                PlainText.name(details.recipientName()),
                identifier(summary),
                details.recipientHashed(),
                dates,
                summary.image(),
                PlainText.of(summary.description()),
                PlainText.of(details.narrative()),
                address ? null : PlainText.of(summary.criteria()),
                criteriaLink,
                list(details.alignments(), SignedBadge::skill),
                list(details.evidence(), SignedBadge::evidence),
                list(details.results(), SignedBadge::result),
                PlainText.of(details.comment()),
                Stream.of(details.alignments(), details.evidence(), details.results())
                        .anyMatch(all -> all.size() > MOST));
    }

    private static <T, S> List<S> list(List<T> all, Function<T, @Nullable S> read) {
        return all.stream()
                .limit(MOST)
                .flatMap(item -> Stream.ofNullable(read.apply(item)))
                .toList();
    }

    private static @Nullable String level(List<BadgeSummary.Result> results) {
        return results.stream()
                .flatMap(result -> Stream.ofNullable(PlainText.name(result.level())))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Result result(BadgeSummary.Result result) {
        String value = PlainText.name(result.value());
        return value == null ? null : new Result(PlainText.name(result.name()), value);
    }

    private static @Nullable Skill skill(BadgeSummary.Alignment alignment) {
        SafeLink link = SafeLink.of(alignment.url());
        String name = PlainText.name(alignment.name());
        String framework = PlainText.name(alignment.framework());
        String code = PlainText.name(alignment.code());
        String source =
                framework != null && code != null ? framework + ", " + code : framework == null ? code : framework;
        if (name != null) {
            return new Skill(name, source, link);
        }
        return source != null
                ? new Skill(source, null, link)
                : link == null ? null : new Skill(link.host(), null, link);
    }

    private static @Nullable Evidence evidence(BadgeSummary.Evidence evidence) {
        String narrative = PlainText.of(evidence.narrative());
        Evidence read = new Evidence(
                PlainText.name(evidence.name()),
                narrative == null ? PlainText.of(evidence.description()) : narrative,
                SafeLink.of(evidence.url()));
        return read.name == null && read.words == null && read.link == null ? null : read;
    }

    /** An identifier that a reader can compare with the person; no hash, no number of a register, no DID. */
    private static @Nullable String identifier(BadgeSummary summary) {
        String stated = PlainText.name(summary.recipient());
        if (stated == null || summary.details().recipientHashed()) {
            return null;
        }
        String type = summary.details().recipientType();
        if (type != null) {
            return SHOWN.contains(type.toLowerCase(Locale.ROOT)) ? stated : null;
        }
        String scheme = stated.toLowerCase(Locale.ROOT);
        return scheme.startsWith("mailto:") || scheme.startsWith("tel:") ? stated.replaceFirst("^[^:]*:", "") : null;
    }

    /** A well-formed tag; null for any other, which would mislead a screen reader. */
    private static @Nullable String language(@Nullable String stated) {
        if (stated == null || stated.length() > LONGEST_TAG) {
            return null;
        }
        String tag = Locale.forLanguageTag(stated.replace('_', '-')).toLanguageTag();
        return tag.equals("und") ? null : tag;
    }
}
