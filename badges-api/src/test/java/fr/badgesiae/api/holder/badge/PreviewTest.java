package fr.badgesiae.api.holder.badge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.holder.SpaceHarness;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a holder sees before there is a link is what people see behind it. */
class PreviewTest {
    private static final Pattern ISSUER = Pattern.compile("<dt>Remis par</dt><dd>(.*?)</dd>", Pattern.DOTALL);
    private static final Pattern QUESTION =
            Pattern.compile("<section aria-labelledby=\"question\">(.*?)</section>", Pattern.DOTALL);
    private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([^\"]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("href=\"(/v/[0-9A-Z-]+)\"");

    private ClaimFixture fixture;
    private SpaceHarness space;
    private String badge;

    @BeforeEach
    void accept() {
        fixture = ClaimFixture.open();
        var accepted = fixture.accepted(fixture.offered());
        space = new SpaceHarness(fixture, accepted.holder());
        badge = "/me/badges/" + accepted.credential();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static String one(Pattern pattern, Answer page) {
        Matcher found = pattern.matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }

    private Answer send(String to) {
        return space.post(
                badge + to, "name", "FULL", "label", "Un garage", "days", "30", "read", one(READ, space.get(badge)));
    }

    private Answer page() {
        String link = URI.create(send("/share").header("Location")).getPath();
        return space.get(one(ADDRESS, space.get(link)));
    }

    @Test
    void theOrganisationIsShownWithItsNetworkAndItsContactAsBehindTheLink() {
        fixture.pause();
        fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE organisation SET shows_legal_identity = true, legal_name = 'Association des Deux Rives',"
                        + " siret = '12345678900011', description = 'Un atelier de peinture.', town = 'Ville-Exemple',"
                        + " public_phone = '0100000000', public_email = 'accueil@atelier.example',"
                        + " website = 'https://atelier.example' WHERE id = ?",
                fixture.organisation.value()));

        Answer preview = send("/preview");

        assertThat(one(ISSUER, preview))
                .contains("SIRET 12345678900011", "Association des Deux Rives", "Ville-Exemple")
                .contains("en pause depuis le 5 octobre 2026")
                .isEqualTo(one(ISSUER, page()));
        assertThat(one(QUESTION, preview))
                .contains("Un atelier de peinture.", "accueil@atelier.example", "atelier.example")
                .isEqualTo(one(QUESTION, page()));
    }

    @Test
    void anOrganisationThatPublishesNothingSaysSo() {
        assertThat(one(ISSUER, send("/preview")))
                .contains("Structure enregistrée ici, sans réseau")
                .doesNotContain("SIRET")
                .isEqualTo(one(ISSUER, page()));
        assertThat(one(QUESTION, send("/preview"))).isEqualTo(one(QUESTION, page()));
    }
}
