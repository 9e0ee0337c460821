package fr.badgesiae.api.holder.joining;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.holder.joining.JoiningFixture.Someone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The addresses of a space that is joined to another: somebody with its card and its PIN may have done it. */
class JoinedContactsTest {
    private JoiningFixture fixture;
    private Someone here;
    private Someone other;

    @BeforeEach
    void open() {
        fixture = new JoiningFixture();
        here = fixture.someone("271828");
        other = fixture.someone("314159");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void contact(Someone who, String kind, String address, String language, boolean confirmed) {
        UUID id = UUID.randomUUID();
        byte[] sealed = fixture.claims
                .platform
                .vault()
                .seal(address.getBytes(StandardCharsets.US_ASCII), "holder_contact.address|" + id + "|" + who.holder());
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "INSERT INTO holder_contact (id, holder_id, kind, address, language, created_at, confirmed_at, lapses_at)"
                        + " VALUES (?, ?, ?, ?, ?, now(), " + (confirmed ? "now(), NULL)" : "NULL, 'infinity')"),
                id,
                who.holder().value(),
                kind,
                sealed,
                language));
    }

    private List<String> waiting() {
        return fixture.claims.owner.withHandle(handle -> handle.select(
                        "SELECT id, content FROM outbox WHERE holder_id = ? ORDER BY kind",
                        here.holder().value())
                .map((row, context) -> new String(
                        fixture.claims
                                .platform
                                .vault()
                                .open(row.getBytes("content"), "outbox.content|" + row.getObject("id", UUID.class)),
                        StandardCharsets.UTF_8))
                .list());
    }

    @Test
    void theyAreToldAndGo() {
        contact(other, "MAIL", "alix@exemple.invalid", "fr", true);
        contact(other, "SMS", "+33612345678", "en", true);
        contact(here, "MAIL", "moi@exemple.invalid", "fr", true);

        fixture.joined(here, other);

        assertThat(waiting()).hasSize(2);
        assertThat(waiting().get(0))
                .contains("alix@exemple.invalid", "Votre espace est dans un autre", "dernier message", "/claim/lost")
                .doesNotContain("moi@", "Peindre", "Atelier");
        assertThat(waiting().get(1)).contains("+33612345678", "somebody put your space into another space");
        assertThat(fixture.of("holder_contact", other.holder())).isZero();
        assertThat(fixture.of("holder_contact", here.holder())).isEqualTo(1);
    }

    @Test
    void oneThatNobodyConfirmedIsToldNothing() {
        contact(other, "MAIL", "alix@exemple.invalid", "fr", false);

        fixture.joined(here, other);

        assertThat(waiting()).isEmpty();
    }
}
