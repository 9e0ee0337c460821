package fr.badgesiae.verifier.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.util.List;
import java.util.Map;

/** Whole verifications: valid badges with one changed document on the web, and changed badges. */
final class ServedTargets {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();
    private static final Map<String, byte[]> DOCUMENTS = Samples.documents();
    private static final int COST = 10;

    private ServedTargets() {}

    static List<FuzzTarget> all() {
        return List.of(
                served("valid-did-web.json", "https://badges.example/issuers/atelier/did.json"),
                served("valid-did-web.json", "https://badges.example/status/atelier-1"),
                served("valid-status-list-2021.json", "https://badges.example/status/2021-1"),
                served("valid-status-token.jwt", "https://badges.example/status/jetons-1"),
                served("valid-revocation-list.json", "https://badges.example/status/retraits-1"),
                served("valid-https-profile.json", "https://badges.example/issuers/jardin"),
                served("valid-jwt-https-jwks.jwt", "https://badges.example/.well-known/jwks.json"),
                served("valid-refreshed.json", "https://badges.example/nouvelle-version/nouveau"),
                served("valid-ob2-hosted.json", "https://ob2.example/assertions/valid-ob2-hosted"),
                served("valid-ob2-hosted.json", "https://ob2.example/badges/equipe"),
                served("valid-ob2-signed-jwk.jws", "https://ob2.example/badges/valid-ob2-signed-jwk"),
                FuzzTarget.document("badge", badges(), bytes -> whole(judge(bytes, DOCUMENTS::get)))
                        .costing(COST));
    }

    private static FuzzTarget served(String file, String url) {
        Sample sample = Samples.named(file);
        byte[] seed = DOCUMENTS.get(url);
        return FuzzTarget.document(
                        "served-" + url.substring(url.lastIndexOf('/') + 1) + "-to-" + file,
                        List.of(seed),
                        bytes ->
                                whole(judge(sample.bytes(), asked -> asked.equals(url) ? bytes : DOCUMENTS.get(asked))))
                .costing(COST);
    }

    /** A changed document neither makes an invalid signature valid nor makes the verifier throw. */
    private static void whole(VerificationReport report) {
        assertThat(report.checks().stream().map(CheckResult::name)).containsExactly(CheckName.values());
        assertThat(report.checks().stream().map(check -> check.reason().code()))
                .doesNotContain(ReasonCode.INTERNAL_ERROR.code());
    }

    private static VerificationReport judge(byte[] badge, java.util.function.Function<String, byte[]> web) {
        Fetcher fetcher = (uri, limits) -> {
            byte[] body = web.apply(uri.toString());
            return body == null
                    ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "404")
                    : new FetchResult.Fetched(uri, "application/json", body, false, false);
        };
        VerificationPolicy policy =
                VerificationPolicy.at(Samples.at(), fetcher).withRefresh().withEvidence();
        return VERIFIER.verify(Submission.of(badge), policy);
    }

    private static List<byte[]> badges() {
        return Samples.all().stream()
                .filter(sample ->
                        sample.file().startsWith("valid-") && sample.file().endsWith(".json"))
                .map(Sample::bytes)
                .toList();
    }
}
