package fr.badgesiae.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.web.WebHarness;
import fr.badgesiae.api.verification.IssuedBadgePages;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CredentialPagesTest {
    private static IssuingFixture issuing;

    @BeforeAll
    static void open() {
        issuing = IssuingFixture.open();
    }

    @AfterAll
    static void close() {
        issuing.close();
    }

    /** The pages for a member of an organisation. */
    private static WebHarness as(OrganisationId organisation) {
        Principal member = new Principal(
                new AccountId(UUID.randomUUID()),
                organisation,
                Role.ORG_ADMIN,
                "Sacha Modèle",
                "Atelier",
                UUID.randomUUID());
        List<Object> resources = new ArrayList<>(issuing.node.credentials.resources());
        resources.addAll(issuing.node.keys.resources());
        resources.add(new IssuedBadgePages(
                issuing.node.platform.pages(),
                issuing.node.platform.settings(),
                issuing.node.credentials.showCredential()));
        resources.add((ContainerRequestFilter) request -> request.setProperty(Principal.class.getName(), member));
        return new WebHarness(issuing.node.platform.settings(), issuing.node.platform.pages(), resources);
    }

    private static WebHarness.Answer post(WebHarness web, String path, String form) {
        return web.call(
                "POST",
                path,
                Map.of("Accept", "text/html", "Content-Type", "application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBadgeIsListedShownAndTakenBack() {
        IssuedCredential issued = issuing.issued();
        WebHarness web = as(issuing.organisation);
        String path = "/app/credentials/" + issued.id();

        assertThat(web.browse("/app/credentials", "fr").text()).contains(path, "Accueillir le public", "Alix Exemple");
        assertThat(web.browse(path, "fr").text()).contains("Alix Exemple", "Alix E.", path + "/revoke");
        assertThat(web.browse(path + "/revoke", "en").text())
                .contains("WRONG_PERSON")
                .doesNotContain("WITHDREW");

        WebHarness.Answer unsure = post(web, path + "/revoke", "reason=WRONG_PERSON&note=N%C3%A9");
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(unsure.text()).contains("e-sure", "Né");
        assertThat(issuing.state(issued.id())).isEqualTo(CredentialState.ISSUED);

        WebHarness.Answer done = post(web, path + "/revoke", "reason=WRONG_PERSON&note=N%C3%A9&sure=on");
        assertThat(done.status()).isEqualTo(303);
        assertThat(issuing.state(issued.id())).isEqualTo(CredentialState.REVOKED);
        assertThat(web.browse(path, "fr").text()).contains("Retiré le", "Né").doesNotContain(path + "/revoke");
        assertThat(web.browse("/app/credentials", "fr").text()).contains("Retiré le");
        assertThat(post(web, path + "/revoke", "reason=WRONG_CONTENT&sure=on").status())
                .isEqualTo(303);
        assertThat(issuing.find(issued.id()).publicReason()).isEqualTo(PublicReason.WRONG_PERSON);
    }

    @Test
    void aReasonOutsideTheListIsRefused() {
        IssuedCredential issued = issuing.issued();
        String path = "/app/credentials/" + issued.id() + "/revoke";

        for (String reason : List.of("", "reason=HOLDER_WITHDREW&", "reason=BECAUSE&")) {
            assertThat(post(as(issuing.organisation), path, reason + "sure=on").status())
                    .isEqualTo(422);
        }
        assertThat(issuing.state(issued.id())).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void anotherOrganisationSeesAndTakesBackNothing() {
        IssuedCredential issued = issuing.issued();
        WebHarness web = as(new OrganisationId(UUID.randomUUID()));
        String path = "/app/credentials/" + issued.id();

        assertThat(web.browse("/app/credentials", "fr").text())
                .doesNotContain(issued.id().toString());
        assertThat(web.browse("/app/credentials?after=" + issued.id(), "fr").status())
                .isEqualTo(404);
        assertThat(web.browse(path, "fr").status()).isEqualTo(404);
        assertThat(web.browse(path + "/revoke", "fr").status()).isEqualTo(404);
        assertThat(post(web, path + "/revoke", "reason=WRONG_PERSON&sure=on").status())
                .isEqualTo(404);
        assertThat(issuing.state(issued.id())).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void aBadgeInPreparationIsNotFoundAtTheDesk() {
        CredentialId prepared = issuing.prepare(issuing.statement());
        WebHarness web = as(issuing.organisation);
        String path = "/app/credentials/" + prepared;

        assertThat(web.browse("/app/credentials", "fr").text()).doesNotContain(path);
        assertThat(web.browse("/app/credentials?after=" + prepared, "fr").status())
                .isEqualTo(404);
        assertThat(web.browse(path, "fr").status()).isEqualTo(404);
        assertThat(post(web, path + "/revoke", "reason=WRONG_PERSON&sure=on").status())
                .isEqualTo(404);
    }

    @Test
    void afterTheOldestBadgeTheListIsEmpty() {
        issuing.issued();
        String oldest = issuing.owner.withHandle(handle -> handle.createQuery(
                        "SELECT id::text FROM credential WHERE issued_at IS NOT NULL ORDER BY issued_at, id")
                .mapTo(String.class)
                .first());

        assertThat(as(issuing.organisation)
                        .browse("/app/credentials?after=" + oldest, "fr")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theListGoesOnPageAfterPage() {
        for (int i = 0; i < ListCredentials.PAGE + 1; i++) {
            issuing.prepare(issuing.statement());
        }
        issuing.owner.useHandle(handle -> {
            handle.execute("UPDATE credential_document SET document = '{}', jwt = 'a.b.c', payload = NULL"
                    + " WHERE payload IS NOT NULL");
            handle.execute("UPDATE credential SET state = 'ISSUED', issued_at = created_at, lease = NULL,"
                    + " lease_until = NULL WHERE state = 'PREPARED'");
        });
        WebHarness web = as(issuing.organisation);
        String first = web.browse("/app/credentials", "fr").text();

        assertThat(first).contains("/app/credentials?after=");
        String next = first.replaceAll("(?s).*(/app/credentials\\?after=[0-9a-f-]+).*", "$1");
        assertThat(web.browse(next, "fr").text())
                .contains("Accueillir le public")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void keysAreListedForWhoeverRunsTheOrganisation() {
        for (String language : List.of("fr", "en")) {
            assertThat(as(issuing.organisation).browse("/app/keys", language).text())
                    .contains("Ed25519", "P-256", "/keys/", "did:web:")
                    .doesNotContain(">keys.");
        }
    }
}
