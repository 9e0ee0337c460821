package fr.badgesiae.api.holder.imported;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationReport;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LastReportsTest {
    private static VerificationReport report(int characters, List<VerificationReport> endorsements) {
        return new VerificationReport(
                Verdict.VALID,
                Headline.AUTHENTIC,
                VerificationReport.Kind.BADGE,
                Clock.systemUTC().instant(),
                new VerificationReport.Input("OB3_JSON", null),
                List.of(),
                JsonNodeFactory.instance.objectNode().put("name", "x".repeat(characters)),
                null,
                new VerificationReport.Issuer(null, null, null),
                endorsements);
    }

    private static long kept(VerificationReport report) {
        LastReports reports = new LastReports(Clock.systemUTC());
        List<UUID> badges = Stream.generate(UUID::randomUUID).limit(40).toList();
        badges.forEach(badge -> reports.put(badge, 1_000, report));
        return badges.stream().filter(badge -> reports.find(badge).isPresent()).count();
    }

    /** A small picture with the address of a large badge. */
    @Test
    void aReportWeighsWhatItHolds() {
        assertThat(kept(report(100, List.of()))).isEqualTo(40);
        assertThat(kept(report(1 << 20, List.of()))).isBetween(1L, 8L);
        assertThat(kept(report(100, List.of(report(1 << 20, List.of()))))).isBetween(1L, 8L);
    }
}
