package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
    static List<CheckResult> all(Outcome outcome) {
        List<CheckResult> checks = new ArrayList<>();
        for (CheckName name : CheckName.values()) {
            checks.add(new CheckResult(name, outcome, ReasonCode.INTERNAL_ERROR.with(), List.of()));
        }
        return checks;
    }

    static List<CheckResult> but(List<CheckResult> checks, CheckName name, Outcome outcome, ReasonCode code) {
        CheckResult changed = new CheckResult(name, outcome, code.with(), List.of());
        return checks.stream()
                .map(check -> check.name() == name ? changed : check)
                .toList();
    }

    /** Every pair of checks with every pair of outcomes, the rest PASSED: the verdict looks at checks one by one. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theVerdictIsTheFoldForEveryPairOfAnswers(boolean recipientRequired) {
        for (CheckName one : CheckName.values()) {
            for (CheckName other : CheckName.values()) {
                for (Outcome first : Outcome.values()) {
                    for (Outcome second : Outcome.values()) {
                        List<CheckResult> checks = but(all(Outcome.PASSED), one, first, ReasonCode.INTERNAL_ERROR);
                        checks = but(checks, other, second, ReasonCode.INTERNAL_ERROR);
                        assertThat(Verdict.of(checks, recipientRequired))
                                .isEqualTo(expected(checks, recipientRequired));
                    }
                }
            }
        }
    }

    private static Verdict expected(List<CheckResult> checks, boolean recipientRequired) {
        Verdict verdict = Verdict.VALID;
        for (CheckResult check : checks) {
            boolean required = switch (check.name()) {
                case FORMAT, CONTEXT, SCHEMA, ISSUER, PROOF, VALIDITY_PERIOD, STATUS -> true;
                case RECIPIENT -> recipientRequired;
                case REFRESH, EVIDENCE, ENDORSEMENTS, TRUST -> false;
            };
            boolean open = check.outcome() == Outcome.INCONCLUSIVE || check.outcome() == Outcome.SKIPPED;
            if (check.outcome() == Outcome.FAILED) {
                return Verdict.INVALID;
            }
            verdict = required && open ? Verdict.UNDETERMINED : verdict;
        }
        return verdict;
    }

    @ParameterizedTest
    @CsvSource({
        "FORMAT, FAILED, FORMAT_NOT_JSON, NOT_A_BADGE",
        "CONTEXT, FAILED, CONTEXT_CLASH, NOT_AUTHENTIC",
        "CONTEXT, FAILED, CONTEXT_MISSING, NOT_CONFORMING",
        "CONTEXT, FAILED, CONTEXT_ORDER_WRONG, NOT_CONFORMING",
        "SCHEMA, FAILED, SCHEMA_DOES_NOT_CONFORM, NOT_CONFORMING",
        "SCHEMA, FAILED, SCHEMA_NOT_A_BADGE, OTHER_CREDENTIAL",
        "SCHEMA, FAILED, SCHEMA_NOT_AN_ENDORSEMENT, OTHER_CREDENTIAL",
        "ISSUER, FAILED, ISSUER_MISSING, NOT_AUTHENTIC",
        "PROOF, FAILED, PROOF_SIGNATURE_INVALID, NOT_AUTHENTIC",
        "STATUS, FAILED, STATUS_REVOKED, REVOKED",
        "STATUS, FAILED, STATUS_SUSPENDED, SUSPENDED",
        "STATUS, FAILED, STATUS_MESSAGE_SET, NOT_CONFORMING",
        "STATUS, INCONCLUSIVE, STATUS_LIST_UNREACHABLE, CANNOT_TELL",
        "VALIDITY_PERIOD, FAILED, VALIDITY_EXPIRED, EXPIRED",
        "VALIDITY_PERIOD, FAILED, VALIDITY_NOT_YET, NOT_YET_VALID",
        "VALIDITY_PERIOD, FAILED, VALIDITY_END_BEFORE_START, NOT_CONFORMING",
        "RECIPIENT, FAILED, RECIPIENT_DIFFERS, OTHER_RECIPIENT",
        "EVIDENCE, FAILED, EVIDENCE_DIGEST_DIFFERS, NOT_CONFORMING",
        "PROOF, INCONCLUSIVE, PROOF_SUITE_NOT_EXAMINED, CANNOT_TELL",
        "TRUST, WARNING, TRUST_UNKNOWN, AUTHENTIC",
        "EVIDENCE, WARNING, EVIDENCE_UNREACHABLE, AUTHENTIC"
    })
    void oneAnswerDecidesTheHeadline(CheckName name, Outcome outcome, ReasonCode code, Headline headline) {
        List<CheckResult> checks = but(all(Outcome.PASSED), name, outcome, code);
        assertThat(Headline.of(Verdict.of(checks, false), checks)).isEqualTo(headline);
    }

    @Test
    void aBadgeWhoseSignatureIsUnknownIsCalledExpiredAndNotAuthentic() {
        List<CheckResult> checks =
                but(all(Outcome.PASSED), CheckName.VALIDITY_PERIOD, Outcome.FAILED, ReasonCode.VALIDITY_EXPIRED);
        checks = but(checks, CheckName.PROOF, Outcome.INCONCLUSIVE, ReasonCode.PROOF_SUITE_NOT_EXAMINED);
        assertThat(Headline.of(Verdict.of(checks, false), checks)).isEqualTo(Headline.EXPIRED);
        assertThat(Headline.proven(checks)).isFalse();
    }

    @Test
    void aForgeryThatIsAlsoExpiredIsCalledAForgery() {
        List<CheckResult> checks =
                but(all(Outcome.PASSED), CheckName.VALIDITY_PERIOD, Outcome.FAILED, ReasonCode.VALIDITY_EXPIRED);
        checks = but(checks, CheckName.PROOF, Outcome.FAILED, ReasonCode.PROOF_SIGNATURE_INVALID);
        assertThat(Headline.of(Verdict.of(checks, false), checks)).isEqualTo(Headline.NOT_AUTHENTIC);
    }
}
