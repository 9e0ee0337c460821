package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.read.InputKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document = JSON.readTree(Files.readString(Path.of("../docs/report.schema.json")));
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(document);

    ReportSchemaTest() throws IOException {}

    @Test
    void theReportOfEverySampleFollowsThePublishedSchema() throws IOException {
        for (Sample sample : Samples.all()) {
            byte[] report = ReportJson.bytes(SamplesTest.verify(sample), Locale.ENGLISH);
            assertThat(schema.validate(JSON.readTree(report))).as(sample.file()).isEmpty();
        }
    }

    @Test
    void eachReportOfSeveralFollowsThePublishedSchema() throws IOException {
        List<VerificationReport> reports = SamplesTest.verifyEach(Samples.named("valid-record.json"));
        JsonNode array = JSON.readTree(ReportJson.bytes(reports, Locale.ENGLISH));
        assertThat(array)
                .hasSize(3)
                .allSatisfy(report -> assertThat(schema.validate(report)).isEmpty());
        assertThat(ReportJson.bytes(reports.subList(0, 1), Locale.ENGLISH))
                .isEqualTo(ReportJson.bytes(reports.get(0), Locale.ENGLISH));
    }

    @Test
    void aReportThatIsNoneIsRefused() throws IOException {
        ObjectNode report = (ObjectNode)
                JSON.readTree(ReportJson.bytes(SamplesTest.verify(Samples.named("valid-did-web.json")), Locale.FRENCH));
        assertThat(schema.validate(report)).isEmpty();
        assertThat(schema.validate(report.deepCopy().without("verdict"))).isNotEmpty();
        ArrayNode checks = (ArrayNode) report.get("checks");
        checks.add(checks.remove(0));

        assertThat(schema.validate(report)).isNotEmpty();
    }

    @Test
    void itsListsAreThoseOfTheCode() {
        assertThat(texts("/properties/verdict/enum")).isEqualTo(names(Verdict.values()));
        assertThat(texts("/properties/headline/enum")).isEqualTo(names(Headline.values()));
        assertThat(texts("/properties/input/properties/kind/enum")).isEqualTo(names(InputKind.values()));
        assertThat(texts("/$defs/check/properties/name/enum")).isEqualTo(names(CheckName.values()));
        assertThat(texts("/$defs/check/properties/outcome/enum")).isEqualTo(names(Outcome.values()));
    }

    private List<String> texts(String pointer) {
        return document.at(pointer).valueStream().map(JsonNode::asText).sorted().toList();
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).sorted().toList();
    }
}
