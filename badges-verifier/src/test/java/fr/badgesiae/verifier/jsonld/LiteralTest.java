package fr.badgesiae.verifier.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lexical form of a JSON literal is that of RFC 8785 (JSON-LD 1.1 API 8.2.2, rdf:JSON). */
class LiteralTest {
    @ParameterizedTest
    @CsvSource({
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "9007199254740993, 9007199254740992",
        "9.999999999999997e22, 9.999999999999997e+22",
        "0.0000001, 1e-7",
        "4.50, 4.5",
        "-0, 0",
        "1e2, 100"
    })
    void aNumberInAJsonLiteralIsWrittenAsEcmaScriptWritesIt(String number, String written) {
        assertThat(literal("[" + number + "]").text()).isEqualTo("[" + written + "]");
    }

    @Test
    void aJsonLiteralIsSortedAndKeepsEveryKindOfValue() {
        Literal literal = literal("{\"b\":[true,false,null,\"\\u000f\\u20ac\"],\"a\":{\"d\":1,\"c\":\"x\"}}");
        assertThat(literal.text()).isEqualTo("{\"a\":{\"c\":\"x\",\"d\":1},\"b\":[true,false,null,\"\\u000f\u20ac\"]}");
        assertThat(literal.datatype()).isEqualTo(Iris.JSON);
    }

    @Test
    void aJsonLiteralOfTooManyFractionsIsTooMuchWork() {
        String many = "[" + "0.1,".repeat(10_000) + "0.1]";
        assertThatThrownBy(() -> literal(many))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().problem()).isEqualTo(Problem.TOO_MUCH_WORK));
    }

    private static Literal literal(String json) {
        String object = "{\"@type\":\"@json\",\"@value\":" + json + "}";
        return Literal.of((JsonObject) JakartaJson.of(ReferenceData.parse(object)));
    }
}
