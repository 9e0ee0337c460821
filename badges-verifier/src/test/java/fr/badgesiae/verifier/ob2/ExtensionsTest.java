package fr.badgesiae.verifier.ob2;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an extension stands, and by what it is known as one. */
class ExtensionsTest {
    private static final String CONTEXT = "'@context':'https://autre.example/context.json'";

    private static CheckResult schema(String members) {
        return new Ob2Fixture()
                .hosted(assertion -> assertion.setAll(json(members.replace('\'', '"'))))
                .check(CheckName.SCHEMA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'extensions:a':{" + CONTEXT + ",'type':['Extension','x:A']}} | schema.extension-unknown",
                "{'autre:a':{" + CONTEXT + ",'type':['Extension','x:A']}} | schema.extension-unknown",
                "{'autre:a':{" + CONTEXT + ",'type':['extension','x:A']}} | schema.extension-unknown",
                "{'autre:a':{" + CONTEXT + ",'type':['x:A']}} | schema.ob2-conforms",
                "{'autre:a':{'autre:b':{" + CONTEXT + ",'type':['Extension','x:A']}}} | schema.extension-unknown",
                "{'extensions:a':{" + CONTEXT + ",'type':['x:A']}} | schema.extension-does-not-conform",
                "{'https://w3id.org/openbadges/extensions#a':{" + CONTEXT
                        + ",'type':['x:A']}} | schema.extension-does-not-conform",
                "{'extensions:a':{'type':['Extension','x:A']}} | schema.extension-does-not-conform",
                "{'autre:a':{" + CONTEXT
                        + ",'type':['Extension','extensions:GeoCoordinatesExtension']}} | schema.extension-does-not-conform",
                "{'autre:a':{" + CONTEXT
                        + ",'type':['Extension','extensions:GeoCoordinates']}} | schema.extension-does-not-conform",
            })
    void anExtensionIsKnownByItsTypeOrItsName(String members, String reason) {
        assertThat(schema(members).reason().code()).isEqualTo(reason);
    }

    @Test
    void theContextOfAnExtensionMayStandInTheBadge() {
        String extension = "'autre:a':{'type':['Extension','x:A']}";
        assertThat(schema("{'@context':['https://w3id.org/openbadges/v2','https://autre.example/context.json'],"
                                + extension + "}")
                        .reason()
                        .code())
                .isEqualTo("schema.extension-unknown");
    }

    @Test
    void aViolationNamesTheExtensionAndTheRule() {
        List<String> violations = schema("{'extensions:a':{" + CONTEXT + ",'type':['x:A']}}").findings().stream()
                .map(Finding::value)
                .toList();
        assertThat(violations).containsExactly("a: required type Extension");
        assertThat(schema("{'evidence':{'narrative':1}}").findings())
                .extracting(Finding::value)
                .isNotEmpty()
                .noneMatch(violation -> violation.contains("null"));
    }
}
