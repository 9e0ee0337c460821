package fr.badgesiae.api.verification.submission;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.Submission;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestBodyReaderTest {
    private static final String JSON = "application/json";

    /** Counts the tokens of its parsers. */
    private static final class CountingFactory extends JsonFactory {
        private static final long serialVersionUID = 1L;

        private int tokens;

        @Override
        public JsonParser createParser(byte[] data) throws IOException {
            return new JsonParserDelegate(super.createParser(data)) {
                @Override
                public JsonToken nextToken() throws IOException {
                    tokens++;
                    return super.nextToken();
                }

                @Override
                public String nextFieldName() throws IOException {
                    return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
                }

                @Override
                public String nextTextValue() throws IOException {
                    return nextToken() == JsonToken.VALUE_STRING ? getText() : null;
                }
            };
        }
    }

    private final CountingFactory factory = new CountingFactory();

    private Submission read(String body, String type) {
        return new RequestBodyReader(factory).read(body.getBytes(StandardCharsets.UTF_8), type);
    }

    private static Submission wrapped(String body) {
        return new RequestBodyReader().read(body.getBytes(StandardCharsets.UTF_8), JSON);
    }

    @Test
    void aBadgeIsLeftToTheVerifierAfterItsFirstName() {
        String badge = Samples.named("valid-did-key.json").text();

        Submission submission = read(badge, JSON);

        assertThat(submission).isInstanceOf(Submission.Bytes.class);
        assertThat(factory.tokens).isLessThanOrEqualTo(2);
    }

    @Test
    void noTreeIsBuiltBesideTheVerifiers() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(JavaClass.Predicates.assignableTo(ObjectMapper.class))))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackagesOf(RequestBodyReader.class));
    }

    @Test
    void anAddressAloneIsFetched() {
        assertThat(wrapped(" {\n \"url\" : \" https://example.org/badge \" }\n"))
                .isEqualTo(new Submission.Address(URI.create("https://example.org/badge")));
        assertThat(wrapped("{\"url\":\"https://example.org/mon badge\"}"))
                .isEqualTo(new Submission.Address(URI.create("https://example.org/mon%20badge")));
        assertThat(wrapped("{\"u\\u0072l\":\"https://example.org/\"}"))
                .isEqualTo(new Submission.Address(URI.create("https://example.org/")));
    }

    @Test
    void aTextAloneIsVerified() {
        assertThat(wrapped("{\"text\":\"{\\\"a\\\":1}\"}")).isEqualTo(Submission.of("{\"a\":1}"));
    }

    @Test
    void anAddressThatIsNotAbsoluteIsRefused() {
        assertThatThrownBy(() -> wrapped("{\"url\":\"badge\"}")).isInstanceOf(ProblemException.class);
    }

    @Test
    void everythingElseIsTheBadgeItself() {
        String[] badges = {
            "{\"url\":\"https://example.org/\",\"id\":1}",
            "{\"id\":1,\"url\":\"https://example.org/\"}",
            "{\"url\":1}",
            "{\"text\":{}}",
            "{\"url\":\"https://example.org/\"",
            "{}",
            "[\"url\"]",
            "\"url\"",
            "",
            "{\"" + "u".repeat(100_000) + "\":\"https://example.org/\"}"
        };
        for (String badge : badges) {
            assertThat(wrapped(badge)).as(badge).isInstanceOf(Submission.Bytes.class);
        }
        assertThat(read("{\"url\":\"https://example.org/\"}", "application/ld+json"))
                .isInstanceOf(Submission.Bytes.class);
        assertThat(read("{\"text\":\"" + "x".repeat(1 << 20) + "\"}", JSON)).isInstanceOf(Submission.Bytes.class);
    }
}
