package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.NestedVerifier;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialReader;
import fr.badgesiae.verifier.read.InputKind;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.ReadResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ENDORSEMENTS of Open Badges 2.0: of the assertion, its BadgeClass or its issuer, embedded or by URL. Each is verified on
 * its own and gets a report (ob-2.0 "Endorsement"). A defect is at worst a WARNING on the badge.
 */
public final class AssertionEndorsements implements Check {
    /** The most endorsements verified; each costs up to eight fetches. */
    static final int MAX_ENDORSEMENTS = 8;

    private static final String SPEC = "ob-2.0 Endorsement";

    @Override
    public CheckName name() {
        return CheckName.ENDORSEMENTS;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        BadgeGraph graph = BadgeGraph.of(context);
        List<Carried> all = new ArrayList<>();
        collect("assertion", Optional.of(graph.assertion()), all);
        collect("badge", graph.badgeClass(), all);
        collect("issuer", graph.hostedProfile(), all);
        if (all.isEmpty()) {
            return answer(Outcome.NOT_APPLICABLE, ReasonCode.ENDORSEMENTS_NONE.with(), List.of());
        }
        if (context.nestedVerifier().isEmpty()) {
            return answer(Outcome.WARNING, ReasonCode.ENDORSEMENTS_NOT_FOLLOWED.with(), List.of());
        }
        return verify(all, context, context.nestedVerifier().get());
    }

    /** An endorsement and the part that it endorses. */
    private record Carried(String of, @Nullable String endorsed, JsonNode value) {}

    private static void collect(String of, Optional<ObjectNode> thing, List<Carried> found) {
        thing.ifPresent(document -> ParsedCredential.each(document.path("endorsement"))
                .forEach(value -> found.add(new Carried(of, document.path("id").textValue(), value))));
    }

    private static CheckResult verify(List<Carried> all, VerificationContext context, NestedVerifier nestedVerifier) {
        // The expected recipient is the holder of the badge, not the subject of an endorsement.
        VerificationPolicy policy = context.policy().withoutRecipient();
        List<Finding> findings = new ArrayList<>();
        int valid = 0;
        int aboutOthers = 0;
        List<Carried> verified = all.subList(0, Math.min(all.size(), MAX_ENDORSEMENTS));
        for (Carried carried : verified) {
            VerificationReport report = nestedVerifier.verify(read(carried, context), policy);
            context.keep(report);
            String key = "endorsement." + context.endorsements().size() + ".";
            findings.add(new Finding(key + "of", carried.of(), SPEC));
            findings.add(new Finding(key + "verdict", report.verdict().name(), SPEC));
            valid += report.verdict() == Verdict.VALID ? 1 : 0;
            aboutOthers += isAbout(carried, report) ? 0 : 1;
        }
        return answer(verified.size() < all.size(), verified.size(), valid, aboutOthers, findings);
    }

    private static boolean isAbout(Carried carried, VerificationReport report) {
        String subject = report.credential() == null
                ? null
                : BadgeGraph.idOf(report.credential().path("claim"));
        return carried.endorsed() != null && carried.endorsed().equals(subject);
    }

    private static CheckResult answer(boolean more, int verified, int valid, int aboutOthers, List<Finding> findings) {
        if (more) {
            Reason reason = ReasonCode.ENDORSEMENTS_TOO_MANY.with(Integer.toString(MAX_ENDORSEMENTS));
            return answer(Outcome.WARNING, reason, findings);
        }
        if (valid < verified) {
            Reason reason = ReasonCode.ENDORSEMENTS_NOT_VERIFIED.with(
                    Integer.toString(verified - valid), Integer.toString(verified));
            return answer(Outcome.WARNING, reason, findings);
        }
        return aboutOthers > 0
                ? answer(
                        Outcome.WARNING,
                        ReasonCode.ENDORSEMENTS_SUBJECT_DIFFERS.with(Integer.toString(aboutOthers)),
                        findings)
                : answer(Outcome.PASSED, ReasonCode.ENDORSEMENTS_VERIFIED.with(Integer.toString(verified)), findings);
    }

    /** Reads the endorsement as a document of its own, embedded or fetched. */
    private static ReadResult read(Carried carried, VerificationContext context) {
        String source = "endorsement of " + carried.of();
        JsonNode value = carried.value();
        Optional<URI> address =
                value.isTextual() || value.size() == 1 ? WebAddresses.web(BadgeGraph.idOf(value)) : Optional.empty();
        byte[] bytes = (value.isTextual() ? value.textValue() : value.toString()).getBytes(StandardCharsets.UTF_8);
        if (address.isPresent()) {
            FetchResult result = context.fetcher().fetch(address.get(), FetchLimits.DOCUMENT);
            if (result instanceof FetchResult.Failed failed) {
                Reason reason = ReasonCode.FORMAT_NOT_FETCHED.with(
                        address.get().toString(), failed.failure().name());
                return new ReadResult(
                        InputKind.UNKNOWN, source, Optional.empty(), Outcome.INCONCLUSIVE, reason, List.of());
            }
            bytes = ((FetchResult.Fetched) result).body();
        }
        ReadResult reading = CredentialReader.read(bytes);
        return new ReadResult(
                reading.kind(), source, reading.credential(), reading.outcome(), reading.reason(), reading.findings());
    }

    private static CheckResult answer(Outcome outcome, Reason reason, List<Finding> findings) {
        return Check.answer(CheckName.ENDORSEMENTS, outcome, reason, findings);
    }
}
