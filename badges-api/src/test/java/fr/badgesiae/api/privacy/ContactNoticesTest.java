package fr.badgesiae.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.reopening.PrintReopening;
import fr.badgesiae.api.reopening.ReopenAccess;
import fr.badgesiae.api.reopening.ReopeningReason;
import fr.badgesiae.api.reopening.UseReopening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written to a holder who gave an address, by the acts of others. */
class ContactNoticesTest {
    private PrivacyFixture fixture;
    private PersonId person;
    private HolderId holder;

    @BeforeEach
    void open() {
        fixture = new PrivacyFixture();
        person = fixture.withBadge();
        holder = fixture.holder(person);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void contact(String kind, String address, String language, boolean confirmed) {
        UUID id = UUID.randomUUID();
        byte[] sealed = fixture.claims
                .platform
                .vault()
                .seal(address.getBytes(StandardCharsets.US_ASCII), "holder_contact.address|" + id + "|" + holder);
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "INSERT INTO holder_contact (id, holder_id, kind, address, language, created_at, confirmed_at, lapses_at)"
                        + " VALUES (?, ?, ?, ?, ?, now(), " + (confirmed ? "now(), NULL)" : "NULL, 'infinity')"),
                id,
                holder.value(),
                kind,
                sealed,
                language));
    }

    /** What waits in the outbox, oldest first: subject and text. */
    private List<String> waiting() {
        return fixture.claims.owner.withHandle(handle -> handle.select(
                        "SELECT id, content FROM outbox ORDER BY created_at, kind")
                .map((row, context) -> {
                    JsonNode message = opened(row.getObject("id", UUID.class), row.getBytes("content"));
                    return message.path("to").asText() + "|"
                            + message.path("subject").asText() + "|"
                            + message.path("text").asText();
                })
                .list());
    }

    private JsonNode opened(UUID id, byte[] content) {
        try {
            return new ObjectMapper().readTree(fixture.claims.platform.vault().open(content, "outbox.content|" + id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Principal member(OrganisationId organisation) {
        return new Principal(
                fixture.claims.counsellor, organisation, Role.COUNSELLOR, "Noa Conseil", "Atelier", UUID.randomUUID());
    }

    @Test
    void whoeverGaveAnAddressIsToldOfAnOfferInTheirLanguage() {
        contact("MAIL", "alix@exemple.invalid", "en", true);
        contact("SMS", "+33612345678", "fr", true);
        fixture.claims.offered(person);
        assertThat(waiting()).hasSize(2);
        assertThat(waiting().get(0))
                .startsWith(
                        "alix@exemple.invalid|A badge is waiting for you|Hello,\n\nAtelier des Deux Rives offers you")
                .contains("/claim\n\nYou gave this address in your badge space.");
        assertThat(waiting().get(1))
                .startsWith("+33612345678||Badges\u00a0: Atelier des Deux Rives vous propose un badge.")
                .doesNotContain("Alix", "Peindre");
    }

    /** An organisation that awards a whole list sends no message for each badge. */
    @Test
    void severalOffersWithinAnHourAreToldOnce() {
        contact("MAIL", "alix@exemple.invalid", "fr", true);
        fixture.claims.offered(person);
        fixture.claims.offered(person);
        assertThat(waiting()).hasSize(1);
        fixture.claims.setup.clock().advance(Duration.ofHours(1));
        fixture.claims.offered(person);
        assertThat(waiting()).hasSize(2);
    }

    /** What follows a line end would read as words of ours, and a control character would refuse the whole act. */
    @Test
    void theNameOfAnOrganisationIsOneLine() {
        contact("MAIL", "alix@exemple.invalid", "fr", true);
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE organisation SET public_name = E'Atelier\\t\\nAllez sur exemple.invalid' WHERE id = ?",
                fixture.claims.organisation.value()));
        fixture.claims.offered(person);
        assertThat(waiting()).singleElement().asString().contains("\n\nAtelier Allez sur exemple.invalid vous propose");
    }

    @Test
    void anAddressThatIsNotConfirmedIsToldNothing() {
        contact("MAIL", "alix@exemple.invalid", "fr", false);
        fixture.claims.offered(person);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void somebodyWithoutAnAddressIsToldNothing() {
        fixture.claims.offered(person);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aReopeningIsToldWhenItsSlipIsMadeAndWhenItOpensTheSpace() {
        contact("MAIL", "alix@exemple.invalid", "fr", true);
        Principal desk = member(fixture.claims.organisation);
        assertThat(fixture.claims.reopenings.reopen().apply(desk, person, ReopeningReason.LOST_CARD))
                .isEqualTo(ReopenAccess.Outcome.MADE);
        assertThat(waiting()).singleElement().asString().contains("|Un ticket pour ouvrir votre espace|");
        PrintReopening.Slip slip = fixture.claims.reopenings.print().apply(desk, person);
        fixture.claims.setup.clock().advance(Duration.ofMinutes(5));
        assertThat(fixture.claims
                        .reopenings
                        .use()
                        .apply(slip.secrets().code(), slip.secrets().pin(), "407193", Client.unknown()))
                .isInstanceOf(UseReopening.Opened.class);
        assertThat(waiting()).hasSize(2);
        assertThat(waiting().get(1))
                .contains("|Votre espace a une nouvelle carte|", "Atelier des Deux Rives a fait ce ticket.");
    }

    /** The function that finds an address asks for a file of the organisation of the transaction. */
    @Test
    void anotherOrganisationReachesNobody() {
        contact("MAIL", "alix@exemple.invalid", "fr", true);
        OrganisationId stranger = fixture.claims.setup.organisation("Régie du Port");
        fixture.claims.platform.database().inOrganisation(stranger, handle -> {
            fixture.claims.holders.notices().reopeningMade(handle, holder);
            fixture.claims.holders.notices().revoked(handle, UUID.randomUUID());
            return true;
        });
        assertThat(waiting()).isEmpty();
        long seen = fixture.claims
                .platform
                .database()
                .inOrganisation(
                        fixture.claims.organisation,
                        handle -> handle.select("SELECT count(*) FROM holder_contact")
                                .mapTo(Long.class)
                                .one());
        assertThat(seen).as("what the desk sees").isZero();
    }

    @Test
    void theClosingOfASpaceIsToldOnceThirtyDaysBefore() {
        contact("MAIL", "alix@exemple.invalid", "fr", true);
        fixture.otherSpaces(10);
        fixture.claims.setup.clock().set(TestPlatform.START.plus(Duration.ofDays(366L * Retention.SPACE_YEARS)));
        assertThat(fixture.unopened.apply()).isZero();
        assertThat(waiting())
                .singleElement()
                .asString()
                .contains("|Votre espace de badges va fermer|", "Dans 30\u00a0jours, il ferme");
        fixture.claims.setup.clock().advance(Duration.ofHours(6));
        fixture.unopened.apply();
        assertThat(waiting()).hasSize(1);
    }
}
