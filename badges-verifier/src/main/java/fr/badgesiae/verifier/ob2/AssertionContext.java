package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.ob2.form.NormalForm;
import fr.badgesiae.verifier.ob2.form.TermMap;
import fr.badgesiae.verifier.ob2.graph.BadgeGraph;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * CONTEXT of Open Badges 2.0: the context is present and defines every property. No proof of 2.0 covers RDF, so an undefined
 * property is a WARNING: it is not part of the badge (ob-2.0 "Open Badges Vocabulary"). Without a context of Open Badges the
 * meaning of the properties is unknown: INCONCLUSIVE. Evidence with a blank-node id is a WARNING: nothing can refer to it.
 */
public final class AssertionContext implements Check {
    private static final String SPEC = "ob-2.0 Open Badges Vocabulary";
    private static final String OPEN_BADGES_2 = "https://w3id.org/openbadges/v2";
    /** The published addresses of the contexts of Open Badges 1.1 to 2.1. */
    private static final Pattern OPEN_BADGES = Pattern.compile("https?://("
            + "w3id\\.org/openbadges/v[12]"
            + "|(www\\.)?openbadgespec\\.org/v[12](/context\\.json)?"
            + "|standard\\.openbadges\\.org/1\\.1/context(\\.json)?"
            + "|purl\\.imsglobal\\.org/ob/v2p[01]"
            + "|purl\\.imsglobal\\.org/spec/ob/v2p[01]/.{1,100}"
            + ")[#/]?");

    @Override
    public CheckName name() {
        return CheckName.CONTEXT;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        BadgeGraph graph = BadgeGraph.of(context);
        ObjectNode document = context.credential().document();
        List<String> contexts = ParsedCredential.strings(document.path("@context"));
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("context.list", String.join(" ", contexts), SPEC));
        if (graph.upgraded()) {
            findings.add(new Finding("context.upgradedFrom", "Open Badges 1", "ob-2.0 history"));
            return Check.answer(name(), Outcome.WARNING, ReasonCode.CONTEXT_OB1_UPGRADED.with(), findings);
        }
        if (document.path("@context").isMissingNode()) {
            return Check.answer(name(), Outcome.WARNING, ReasonCode.CONTEXT_MISSING.with(), findings);
        }
        Optional<String> unknown =
                contexts.stream().filter(AssertionContext::isUnknown).findFirst();
        if (contexts.stream().noneMatch(AssertionContext::isOpenBadges)) {
            Reason reason =
                    unknown.map(ReasonCode.CONTEXT_UNKNOWN::with).orElseGet(ReasonCode.CONTEXT_OB2_MISSING::with);
            return Check.answer(name(), Outcome.INCONCLUSIVE, reason, findings);
        }
        return unknown.map(ReasonCode.CONTEXT_UNKNOWN::with)
                .or(() -> undefined(document, NormalForm.terms(document), "")
                        .map(ReasonCode.CONTEXT_UNDEFINED_TERM::with))
                .or(() ->
                        blankEvidence(BadgeGraph.of(context).assertion()).map(ReasonCode.CONTEXT_ID_NOT_ABSOLUTE::with))
                .map(reason -> Check.answer(name(), Outcome.WARNING, reason, findings))
                .orElseGet(() -> Check.answer(name(), Outcome.PASSED, ReasonCode.CONTEXT_ALL_DEFINED.with(), findings));
    }

    /** The first blank-node id of evidence. */
    private static Optional<String> blankEvidence(ObjectNode assertion) {
        return ParsedCredential.each(assertion.path("evidence")).stream()
                .map(BadgeGraph::idOf)
                .filter(id -> id != null && id.startsWith("_:"))
                .findFirst();
    }

    private static boolean isOpenBadges(String url) {
        return OPEN_BADGES.matcher(url).matches()
                || Catalogue.bundled()
                        .context(url)
                        .map(document -> document.url().equals(OPEN_BADGES_2))
                        .orElse(false);
    }

    private static boolean isUnknown(String url) {
        return !isOpenBadges(url) && Catalogue.bundled().context(url).isEmpty();
    }

    /** The first undefined property; objects with a context of their own are skipped. */
    private static Optional<String> undefined(JsonNode node, TermMap terms, String path) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String key = member.getKey();
            if (!terms.defines(key)) {
                return Optional.of(path + key);
            }
            if (key.equals("@context")) {
                continue;
            }
            for (JsonNode value : ParsedCredential.each(member.getValue())) {
                boolean own = value.has("@context")
                        && ParsedCredential.strings(value.path("@context")).stream()
                                .noneMatch(AssertionContext::isOpenBadges);
                Optional<String> inner =
                        own || !value.isObject() ? Optional.empty() : undefined(value, terms, path + key + ".");
                if (inner.isPresent()) {
                    return inner;
                }
            }
        }
        return Optional.empty();
    }
}
