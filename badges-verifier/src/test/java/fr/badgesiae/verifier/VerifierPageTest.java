package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerifierPageTest {
    private static final Pattern LIMIT =
            Pattern.compile("(?m)^\\| [^|]+ \\| (\\d+) \\| `([^`]+)` \\| `([^`]+)\\.([A-Z_]+)` \\|$");

    private final String page = Files.readString(Path.of("../docs/verifier.md"));

    VerifierPageTest() throws IOException {}

    @Test
    void everyLimitOnThePageIsThatOfTheCode() throws ReflectiveOperationException {
        Matcher limit = LIMIT.matcher(page);
        int seen = 0;
        while (limit.find()) {
            Field constant =
                    Class.forName("fr.badgesiae.verifier." + limit.group(3)).getDeclaredField(limit.group(4));
            constant.setAccessible(true);
            assertThat(constant.get(null)).as(limit.group()).hasToString(limit.group(1));
            seen++;
        }
        assertThat(seen).isGreaterThan(20);
    }

    @Test
    void everyReasonOnThePageIsOfTheClosedList() {
        Set<String> codes =
                Arrays.stream(ReasonCode.values()).map(ReasonCode::code).collect(Collectors.toSet());
        Matcher named = Pattern.compile(
                        "`((?:format|context|schema|issuer|proof|status|evidence|endorsements)\\.[a-z0-9-]+)`")
                .matcher(page);
        Set<String> findings = Set.of(
                "format.length", "format.sha256", "proof.key", "issuer.document", "schema.violation", "schema.digest");
        int seen = 0;
        while (named.find()) {
            boolean finding = findings.contains(named.group(1));
            assertThat(finding || codes.contains(named.group(1)))
                    .as(named.group(1))
                    .isTrue();
            seen++;
        }
        assertThat(seen).isGreaterThan(20);
    }

    @Test
    void everyCheckIsOnThePage() {
        assertThat(CheckName.values())
                .allSatisfy(check -> assertThat(page).containsPattern("(?m)^\\| " + check + "\\*? \\|"));
    }
}
