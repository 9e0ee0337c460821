package fr.badgesiae.verifier.check;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Reason;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** TRUST: the policy's registry contains the issuer. An unknown issuer is no defect of a badge: at worst WARNING. */
public final class TrustCheck implements Check {
    @Override
    public CheckName name() {
        return CheckName.TRUST;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        TrustRegistry registry = context.policy().trust();
        if (registry == TrustRegistry.EMPTY) {
            return Check.answer(CheckName.TRUST, Outcome.NOT_APPLICABLE, ReasonCode.TRUST_NO_REGISTRY.with());
        }
        String id = context.issuerId();
        Optional<TrustRegistry.Entry> entry = id == null ? Optional.empty() : registry.find(id);
        LocalDate today = LocalDate.ofInstant(context.policy().at(), ZoneOffset.UTC);
        return entry.map(known -> known(known, today))
                .orElseGet(() -> Check.answer(CheckName.TRUST, Outcome.WARNING, ReasonCode.TRUST_UNKNOWN.with()));
    }

    private static CheckResult known(TrustRegistry.Entry entry, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        find(findings, "trust.registeredName", entry.registeredName());
        find(findings, "trust.siret", entry.siret());
        find(findings, "trust.network", entry.network());
        find(findings, "trust.since", entry.since());
        find(findings, "trust.suspendedSince", entry.suspendedSince());
        if (entry.suspendedSince() != null && !entry.suspendedSince().isAfter(today)) {
            Reason reason = ReasonCode.TRUST_SUSPENDED.with(
                    entry.registeredName(), entry.suspendedSince().toString());
            return Check.answer(CheckName.TRUST, Outcome.WARNING, reason, findings);
        }
        if (entry.since() != null && entry.since().isAfter(today)) {
            Reason reason = ReasonCode.TRUST_NOT_YET.with(
                    entry.registeredName(), entry.since().toString());
            return Check.answer(CheckName.TRUST, Outcome.WARNING, reason, findings);
        }
        return Check.answer(
                CheckName.TRUST, Outcome.PASSED, ReasonCode.TRUST_KNOWN.with(entry.registeredName()), findings);
    }

    private static void find(List<Finding> findings, String key, @Nullable Object value) {
        if (value != null) {
            findings.add(new Finding(key, value.toString(), "policy"));
        }
    }
}
