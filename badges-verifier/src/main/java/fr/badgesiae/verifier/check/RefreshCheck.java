package fr.badgesiae.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.DateTimeStamp;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialReader;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.ReadResult;
import fr.badgesiae.verifier.status.StatusEntry;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * REFRESH: asks the issuer for a newer copy of the credential (VCCR 1.0, type 1EdTechCredentialRefresh). The request tells
 * the issuer about the verification, so it is sent once and only when the policy says so. A proven copy with the same issuer
 * and id that is not older replaces the credential; anything else keeps the original, with a WARNING.
 */
public final class RefreshCheck implements Check {
    private static final String TYPE = "1EdTechCredentialRefresh";
    private static final String SPEC = "vccr-1.0 3";

    private final Check proof;

    /** @param proof the PROOF check, applied to the newer copy */
    public RefreshCheck(Check proof) {
        this.proof = proof;
    }

    @Override
    public CheckName name() {
        return CheckName.REFRESH;
    }

    @Override
    public CheckResult run(VerificationContext context) {
        List<JsonNode> services =
                ParsedCredential.each(context.credential().document().path("refreshService"));
        if (services.isEmpty()) {
            return Check.answer(CheckName.REFRESH, Outcome.NOT_APPLICABLE, ReasonCode.REFRESH_NONE.with());
        }
        if (!context.policy().refresh()) {
            return Check.answer(CheckName.REFRESH, Outcome.SKIPPED, ReasonCode.REFRESH_NOT_ASKED.with());
        }
        Optional<JsonNode> known = services.stream()
                .filter(service ->
                        ParsedCredential.strings(service.path("type")).contains(TYPE))
                .findFirst();
        if (known.isEmpty()) {
            String types =
                    String.join(" ", ParsedCredential.strings(services.get(0).path("type")));
            return warning(ReasonCode.REFRESH_TYPE_UNKNOWN, List.of(), types);
        }
        return ask(known.get().path("id").asText(""), context);
    }

    private CheckResult ask(String address, VerificationContext context) {
        List<Finding> findings = new ArrayList<>(List.of(new Finding("refresh.service", address, SPEC)));
        FetchResult answer = StatusEntry.address(address)
                .map(uri -> fetch(uri, context))
                .orElseGet(() -> new FetchResult.Failed(FetchResult.Failure.REFUSED_ADDRESS, "no address"));
        if (!(answer instanceof FetchResult.Fetched fetched)) {
            String failure = ((FetchResult.Failed) answer).failure().name();
            return warning(ReasonCode.REFRESH_UNREACHABLE, findings, failure);
        }
        findings.add(new Finding("refresh.length", Integer.toString(fetched.body().length), ""));
        findings.add(new Finding("refresh.sha256", Sha256.hex(fetched.body()), ""));
        ReadResult newer = CredentialReader.read(fetched.body());
        ParsedCredential original = context.credential();
        if (newer.credential().isEmpty()) {
            return warning(
                    ReasonCode.REFRESH_UNREADABLE, findings, newer.reason().code());
        }
        if (!sameCredential(original, newer.credential().get())) {
            return warning(ReasonCode.REFRESH_ANOTHER_CREDENTIAL, findings);
        }
        CheckResult proven = proof.run(context.nested(newer));
        findings.add(new Finding("refresh.proof", proven.reason().code(), SPEC));
        if (proven.outcome() != Outcome.PASSED && proven.outcome() != Outcome.WARNING) {
            return warning(ReasonCode.REFRESH_NOT_PROVEN, findings);
        }
        if (start(newer.credential().get()).isBefore(start(original))) {
            return warning(ReasonCode.REFRESH_OLDER, findings);
        }
        return replaced(context, newer, findings);
    }

    private static CheckResult replaced(VerificationContext context, ReadResult newer, List<Finding> findings) {
        context.replace(newer);
        CheckResult before = context.earlier(CheckName.PROOF).orElseThrow();
        findings.add(new Finding("refresh.originalProof", before.reason().code(), SPEC));
        findings.add(new Finding(
                "refresh.originalValidFrom", start(context.credential()).toString(), SPEC));
        before.findings()
                .forEach(found ->
                        findings.add(new Finding("refresh.original." + found.key(), found.value(), found.spec())));
        return Check.answer(CheckName.REFRESH, Outcome.PASSED, ReasonCode.REFRESH_REFRESHED.with(), findings);
    }

    private static FetchResult fetch(URI uri, VerificationContext context) {
        return context.fetcher().fetch(uri, FetchLimits.DOCUMENT);
    }

    private static boolean sameCredential(ParsedCredential one, ParsedCredential other) {
        return !other.isOb2()
                && one.id() != null
                && one.id().equals(other.id())
                && one.issuerId() != null
                && Objects.equals(one.issuerId(), other.issuerId());
    }

    /** The start of validity; a credential without one is the oldest. */
    private static Instant start(ParsedCredential credential) {
        JsonNode stated = credential.stated("validFrom");
        JsonNode from = stated.isMissingNode() ? credential.stated("issuanceDate") : stated;
        return DateTimeStamp.parse(from.textValue()).orElse(Instant.EPOCH);
    }

    private static CheckResult warning(ReasonCode code, List<Finding> findings, String... arguments) {
        return Check.answer(CheckName.REFRESH, Outcome.WARNING, code.with(arguments), findings);
    }
}
