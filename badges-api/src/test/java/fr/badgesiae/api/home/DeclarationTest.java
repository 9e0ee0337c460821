package fr.badgesiae.api.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.home.Declaration.Unfit;
import fr.badgesiae.api.platform.web.WebHarness;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationTest {
    private static String page(Declaration declaration, String language) {
        Notices given = Notices.demonstration();
        Notices notices = new Notices(
                given.operator(),
                given.operatorAddress(),
                given.contactEmail(),
                null,
                given.publisher(),
                given.host(),
                given.dataProtection(),
                given.securityContact(),
                declaration);
        HomeModule home = new HomeModule(WebHarness.pages(), notices, WebHarness.settings(), Clock.systemUTC());
        return new WebHarness(WebHarness.settings(), WebHarness.pages(), home.resources())
                .browse("/accessibility", language)
                .text();
    }

    @Test
    void withoutAWordItDeclaresNoConformityNoAuditAndNoDate() {
        assertThat(Declaration.none().unfit()).isEmpty();
        assertThat(page(Declaration.none(), "fr"))
                .contains("déclaré non conforme au RGAA 4.1.2.", "Aucun audit indépendant n’a été fait.")
                .contains("Cet état vient d’une auto-évaluation.", "contact@reseau.example")
                .doesNotContain("auto-évaluation du", "établie le", ">home.");
        assertThat(page(Declaration.none(), "en")).contains("not conforming to RGAA 4.1.2", "no independent audit");
    }

    @Test
    void thePageStatesWhatTheConfigurationDeclares() {
        Declaration declaration = new Declaration(
                "4.1.3", "PARTIAL", "AUDIT", "2026-10-01", "2026-11-02", "accessibilite@reseau.example");
        assertThat(declaration.unfit()).isEmpty();
        assertThat(page(declaration, "fr"))
                .contains("déclaré partiellement conforme au RGAA 4.1.3.")
                .contains("Cet état vient d’un audit du 1er octobre 2026.")
                .contains("Cette déclaration a été établie le 2 novembre 2026.")
                .contains("href=\"mailto:accessibilite@reseau.example\"")
                .doesNotContain("auto-évaluation");
        assertThat(page(new Declaration("", "FULL", "SELF", "2026-10-02", "", ""), "en"))
                .contains("declared fully conforming to RGAA 4.1.2.")
                .contains("a self-assessment of 2 October 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "quatre, NONE, SELF, '', '', '', RGAA",
        "4.1.2, SOME, SELF, 2026-10-01, '', '', CONFORMITY",
        "4.1.2, NONE, FRIEND, '', '', '', ASSESSMENT",
        "4.1.2, NONE, SELF, 01/10/2026, '', '', ASSESSED_ON",
        "4.1.2, NONE, SELF, 2026-02-30, '', '', ASSESSED_ON",
        "4.1.2, NONE, SELF, '', hier, '', DECLARED_ON",
        "4.1.2, PARTIAL, SELF, '', '', '', UNDATED",
        "4.1.2, NONE, AUDIT, '', '', '', UNDATED",
        "4.1.2, FULL, AUDIT, 2026-10-02, 2026-10-01, '', EARLY",
        "4.1.2, NONE, SELF, '', '', http://reseau.example, CONTACT",
    })
    void whatCannotBeDeclaredIsNamed(
            String rgaa,
            String conformity,
            String assessment,
            String assessed,
            String declared,
            String contact,
            Unfit why) {
        assertThat(new Declaration(rgaa, conformity, assessment, assessed, declared, contact).unfit())
                .containsExactly(why);
    }

    @Test
    void theOneWordOfEarlierFilesIsRead() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readValue("{\"accessibility\": \"NOT_ASSESSED\"}", Notices.class)
                        .accessibility())
                .isEqualTo(Declaration.none());
        assertThat(json.readValue("{\"accessibility\": \"PARTIAL\"}", Notices.class)
                        .accessibility()
                        .unfit())
                .containsExactly(Unfit.UNDATED);
        assertThat(json.readValue("{\"accessibility\": {\"rgaa\": 4.1, \"contact\": null}}", Notices.class)
                        .accessibility()
                        .rgaa())
                .isEqualTo("4.1");
    }
}
