package fr.badgesiae.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The report as JSON, identical from library, API and command line. Machines read {@code reason}; {@code summary} is its
 * sentence in the requested language. A member without a value is null.
 */
public final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReportJson() {}

    /** The report as a tree. */
    public static ObjectNode write(VerificationReport report, Locale locale) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verdict", report.verdict().name());
        json.put("headline", report.headline().name());
        json.put("summary", Conclusion.in(locale).sentence(report));
        json.put("kind", report.kind().name());
        json.put("proven", report.proven());
        json.put("at", report.at().toString());
        json.putObject("input")
                .put("kind", report.input().kind())
                .put("source", report.input().source());
        ArrayNode checks = json.putArray("checks");
        ReasonSentences sentences = ReasonSentences.in(locale);
        report.checks().forEach(check -> write(report, check, sentences, checks.addObject()));
        json.set("credential", report.credential());
        write(report.summary(), json.putObject("badge"));
        write(report.issuer(), json.putObject("issuer"));
        ArrayNode endorsements = json.putArray("endorsements");
        report.endorsements().forEach(endorsement -> endorsements.add(write(endorsement, locale)));
        return json;
    }

    /** The report as UTF-8, on one line. */
    public static byte[] bytes(VerificationReport report, Locale locale) {
        return utf8(write(report, locale));
    }

    /** The reports of one submission as UTF-8, on one line: a report alone as it is, several as an array in their order. */
    public static byte[] bytes(List<VerificationReport> reports, Locale locale) {
        if (reports.size() == 1) {
            return bytes(reports.get(0), locale);
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        reports.forEach(report -> array.add(write(report, locale)));
        return utf8(array);
    }

    private static byte[] utf8(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static void write(
            VerificationReport report, CheckResult check, ReasonSentences sentences, ObjectNode json) {
        json.put("name", check.name().name());
        json.put("outcome", check.outcome().name());
        json.put("reason", check.reason().code());
        json.put("summary", sentences.say(report, check.reason()));
        ArrayNode findings = json.putArray("findings");
        check.findings()
                .forEach(finding -> findings.addObject()
                        .put("key", finding.key())
                        .put("value", finding.value())
                        .put("spec", finding.spec()));
    }

    private static void write(@Nullable BadgeSummary badge, ObjectNode json) {
        json.put("achievement", badge == null ? null : badge.achievement());
        json.put("description", badge == null ? null : badge.description());
        json.put("image", badge == null ? null : badge.image());
        json.put("criteria", badge == null ? null : badge.criteria());
        json.put("recipient", badge == null ? null : badge.recipient());
        json.put("from", badge == null ? null : badge.from());
        json.put("until", badge == null ? null : badge.until());
        BadgeSummary.Details details = badge == null ? null : badge.details();
        json.put("title", details == null ? null : details.title());
        json.put("achievementId", details == null ? null : details.achievementId());
        json.put("language", details == null ? null : details.language());
        json.put("criteriaUrl", details == null ? null : details.criteriaUrl());
        json.put("recipientName", details == null ? null : details.recipientName());
        json.put("recipientType", details == null ? null : details.recipientType());
        json.put("recipientHashed", details != null && details.recipientHashed());
        json.put("awardedOn", details == null ? null : details.awardedOn());
        json.put("narrative", details == null ? null : details.narrative());
        json.put("comment", details == null ? null : details.comment());
        writeLists(details, json.putArray("results"), json.putArray("alignments"), json.putArray("evidence"));
    }

    private static void writeLists(
            BadgeSummary.@Nullable Details details, ArrayNode results, ArrayNode alignments, ArrayNode evidence) {
        if (details == null) {
            return;
        }
        details.results()
                .forEach(result -> results.addObject()
                        .put("name", result.name())
                        .put("level", result.level())
                        .put("value", result.value()));
        details.alignments()
                .forEach(alignment -> alignments
                        .addObject()
                        .put("name", alignment.name())
                        .put("framework", alignment.framework())
                        .put("code", alignment.code())
                        .put("description", alignment.description())
                        .put("url", alignment.url()));
        details.evidence()
                .forEach(each -> evidence.addObject()
                        .put("name", each.name())
                        .put("narrative", each.narrative())
                        .put("description", each.description())
                        .put("url", each.url()));
    }

    private static void write(VerificationReport.Issuer issuer, ObjectNode json) {
        json.put("id", issuer.id());
        json.put("claimedName", issuer.claimedName());
        json.put(
                "registeredName",
                issuer.registered() == null ? null : issuer.registered().registeredName());
    }
}
