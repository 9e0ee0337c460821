package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
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

/**
 * CONTEXT of Open Badges 2.0: the context is present and defines every property. No proof of 2.0 covers RDF, so an undefined
 * property is a WARNING: it is not part of the badge (ob-2.0 "Open Badges Vocabulary").
 */
public final class AssertionContext implements Check {
    private static final String SPEC = "ob-2.0 Open Badges Vocabulary";
    private static final String OPEN_BADGES = "w3id.org/openbadges/v";

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
        if (contexts.stream().noneMatch(AssertionContext::isOpenBadges2)) {
            return Check.answer(name(), Outcome.WARNING, ReasonCode.CONTEXT_OB2_MISSING.with(), findings);
        }
        Optional<String> unknown =
                contexts.stream().filter(AssertionContext::isUnknown).findFirst();
        if (unknown.isPresent()) {
            return Check.answer(name(), Outcome.WARNING, ReasonCode.CONTEXT_UNKNOWN.with(unknown.get()), findings);
        }
        Optional<String> undefined = undefined(document, NormalForm.terms(document), "");
        return undefined
                .map(key ->
                        Check.answer(name(), Outcome.WARNING, ReasonCode.CONTEXT_UNDEFINED_TERM.with(key), findings))
                .orElseGet(() -> Check.answer(name(), Outcome.PASSED, ReasonCode.CONTEXT_ALL_DEFINED.with(), findings));
    }

    private static boolean isOpenBadges2(String url) {
        return Catalogue.bundled()
                .context(url)
                .map(document -> document.url().equals("https://" + OPEN_BADGES + "2"))
                .orElse(false);
    }

    private static boolean isUnknown(String url) {
        return Catalogue.bundled().context(url).isEmpty();
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
                                .noneMatch(AssertionContext::isOpenBadges2);
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
