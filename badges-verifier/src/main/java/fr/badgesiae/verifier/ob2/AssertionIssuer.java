package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.ob2.graph.Published;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * ISSUER of Open Badges 2.0: the BadgeClass names an issuer, and so does the hosted BadgeClass. The Profile at the issuer's
 * id agrees with the embedded one. An issuer whose type is no class of Open Badges has a defect of form, a WARNING here.
 */
public final class AssertionIssuer implements Check {
    private static final String SPEC = "ob-2.0 Profile";
    private static final Set<String> OTHER_CLASSES =
            Set.of("Assertion", "BadgeClass", "Endorsement", "CryptographicKey", "RevocationList");

    @Override
    public CheckName name() {
        return CheckName.ISSUER;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        BadgeGraph graph = BadgeGraph.of(context);
        context.summarise(AssertionSummary.of(graph));
        List<Finding> findings = new ArrayList<>();
        if (graph.reference()) {
            String address = String.valueOf(graph.id());
            return answer(
                    Outcome.INCONCLUSIVE,
                    ReasonCode.ISSUER_BADGE_CLASS_UNREACHABLE,
                    findings,
                    address,
                    graph.missingAssertion());
        }
        Optional<CheckResult> badgeClass = badgeClass(graph, findings);
        if (badgeClass.isPresent()) {
            return badgeClass.get();
        }
        String id = graph.issuerId();
        if (id == null) {
            return withoutId(graph, findings);
        }
        findings.add(new Finding("issuer.id", id, SPEC));
        List<String> types =
                graph.embeddedProfile().map(AssertionIssuer::unexpected).orElse(List.of());
        if (isAnotherThing(types)) {
            return ofType(Outcome.FAILED, types, findings);
        }
        if (WebAddresses.web(id).isEmpty()) {
            return answer(Outcome.INCONCLUSIVE, ReasonCode.ISSUER_ID_NOT_RESOLVABLE, findings, id);
        }
        if (!context.policy().fetchIssuerProfile()) {
            return types.isEmpty()
                    ? answer(Outcome.PASSED, ReasonCode.ISSUER_NOT_ASKED, findings)
                    : ofType(Outcome.WARNING, types, findings);
        }
        return profile(graph, id, types, findings);
    }

    /** The defect of the BadgeClass that concerns the issuer, if any. */
    private Optional<CheckResult> badgeClass(BadgeGraph graph, List<Finding> findings) {
        if (graph.endorsement()) {
            return Optional.empty();
        }
        String id = graph.badgeClassId();
        if (graph.badgeClass().isEmpty()) {
            return unread(graph, id, findings);
        }
        Optional<Published> hosted = graph.published(id);
        if (id == null || hosted.isEmpty()) {
            return Optional.empty();
        }
        findings.add(hosted.get().finding("issuer.badgeClass"));
        if (!hosted.get().isConfirmed()) {
            return Optional.of(
                    answer(unconfirmed(hosted.get()), ReasonCode.ISSUER_BADGE_CLASS_ID_DIFFERS, findings, id));
        }
        String published = BadgeGraph.idOf(hosted.get().document().path("issuer"));
        boolean same = graph.embeddedBadgeClass()
                .map(embedded -> BadgeGraph.idOf(embedded.path("issuer")))
                .map(claimed -> graph.same(claimed, published))
                .orElse(true);
        return same
                ? Optional.empty()
                : Optional.of(answer(Outcome.FAILED, ReasonCode.ISSUER_BADGE_CLASS_ISSUER_DIFFERS, findings, id));
    }

    /** On a shared host another path proves nothing, neither for nor against; another host contradicts. */
    private static Outcome unconfirmed(Published document) {
        return document.standing() == Published.Standing.UNCONFIRMED ? Outcome.INCONCLUSIVE : Outcome.FAILED;
    }

    /** There is no BadgeClass: its URL does not serve one, or a revoked assertion no longer names one. */
    private Optional<CheckResult> unread(BadgeGraph graph, @Nullable String id, List<Finding> findings) {
        if (id == null) {
            return graph.revoked()
                    ? Optional.of(answer(Outcome.INCONCLUSIVE, ReasonCode.ISSUER_NOT_NAMED_WHEN_REVOKED, findings))
                    : Optional.empty();
        }
        return Optional.of(answer(
                Outcome.INCONCLUSIVE, ReasonCode.ISSUER_BADGE_CLASS_UNREACHABLE, findings, id, graph.missing(id)));
    }

    /** Open Badges 0.5 identified issuers by origin only. */
    private CheckResult withoutId(BadgeGraph graph, List<Finding> findings) {
        String origin = graph.embeddedProfile()
                .map(profile -> profile.path("url").textValue())
                .orElse(null);
        return graph.upgraded() && origin != null
                ? answer(Outcome.INCONCLUSIVE, ReasonCode.ISSUER_OB1_ORIGIN_ONLY, findings, origin)
                : answer(Outcome.FAILED, ReasonCode.ISSUER_MISSING, findings);
    }

    /** @param embedded the unexpected types of the embedded Profile */
    private CheckResult profile(BadgeGraph graph, String id, List<String> embedded, List<Finding> findings) {
        Optional<Published> published = graph.published(id);
        if (published.isEmpty()) {
            findings.add(new Finding("issuer.document-missing", graph.missing(id), SPEC));
            return answer(Outcome.INCONCLUSIVE, ReasonCode.ISSUER_DOCUMENT_UNREACHABLE, findings, id);
        }
        findings.add(published.get().finding("issuer.document"));
        ObjectNode profile = published.get().document();
        if (!published.get().isConfirmed()) {
            return answer(unconfirmed(published.get()), ReasonCode.ISSUER_DOCUMENT_ID_DIFFERS, findings, id);
        }
        List<String> types = unexpected(profile);
        if (isAnotherThing(types)) {
            return ofType(Outcome.FAILED, types, findings);
        }
        List<String> careless = types.isEmpty() ? embedded : types;
        return careless.isEmpty()
                ? compared(graph, published.get(), findings)
                : ofType(Outcome.WARNING, careless, findings);
    }

    private CheckResult compared(BadgeGraph graph, Published published, List<Finding> findings) {
        ObjectNode profile = published.document();
        for (String member : List.of("name", "url", "email")) {
            JsonNode claimed =
                    graph.embeddedProfile().map(own -> own.path(member)).orElse(profile.path(member));
            if (claimed.isTextual() && !claimed.equals(profile.path(member))) {
                return answer(Outcome.WARNING, ReasonCode.ISSUER_PROFILE_DIFFERS, findings, member);
            }
        }
        return Stream.of(graph.published(graph.badgeClassId()), Optional.of(published))
                .flatMap(Optional::stream)
                .filter(Published::isElsewhere)
                .findFirst()
                .map(elsewhere -> answer(
                        Outcome.WARNING,
                        ReasonCode.ISSUER_ADDRESS_DIFFERS,
                        findings,
                        elsewhere.asked(),
                        elsewhere.found().finalUri().toString()))
                .orElseGet(() -> published.found().stale()
                        ? answer(Outcome.WARNING, ReasonCode.ISSUER_DOCUMENT_STALE, findings)
                        : answer(Outcome.PASSED, ReasonCode.ISSUER_RESOLVED, findings));
    }

    /** The types of an issuer that is not said to be a Profile; empty when it is, or when no type is stated. */
    private static List<String> unexpected(ObjectNode profile) {
        List<String> types = ParsedCredential.strings(profile.path("type"));
        return types.contains("Profile") || types.contains("Issuer") ? List.of() : types;
    }

    /** Another class of Open Badges contradicts; any other type is a defect of form, which SCHEMA reports. */
    private static boolean isAnotherThing(List<String> types) {
        return types.stream().anyMatch(OTHER_CLASSES::contains);
    }

    private CheckResult ofType(Outcome outcome, List<String> types, List<Finding> findings) {
        return answer(outcome, ReasonCode.ISSUER_TYPE_WRONG, findings, String.join(" ", types));
    }

    private CheckResult answer(Outcome outcome, ReasonCode code, List<Finding> findings, String... arguments) {
        return Check.answer(name(), outcome, code.with(arguments), findings);
    }
}
