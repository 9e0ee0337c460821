package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Holders read on which link or copy they acted, and nothing of what is not theirs to see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnActsTest {
    private TestServer server;
    private Tenant own;
    private Tenant stranger;
    private Visitor holder;

    @BeforeAll
    void open() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 4);
        stranger = new Tenant(server, "Zéphyrine", 5);
        holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(own.holder));
        server.database().owner().useHandle(handle -> {
            handle.execute("UPDATE share_link SET label = 'Un garage' WHERE id = ?", id("link"));
            handle.execute(
                    "UPDATE share_link SET label = 'Trois garages', organisation_id = NULL WHERE id = ?",
                    id("portfolio"));
        });
        act("SHARE_SWITCHED_OFF", id("link"));
        act("SHARE_SWITCHED_ON", id("portfolio"));
        act("SHARE_CHANGED", UUID.fromString(stranger.ids.get("link")));
        act("HOLDER_PHONE_ADDED", id("phone"));
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO audit_event (created_at, organisation_id, actor_kind, actor_id, code, subject_id)"
                                + " VALUES (now(), ?, 'HOLDER', ?, 'WALLET_COPY_WITHDRAWN', ?)",
                        own.organisation.value(),
                        own.holder.value(),
                        id("copy")));
    }

    @AfterAll
    void close() {
        server.close();
    }

    private UUID id(String name) {
        return UUID.fromString(own.ids.get(name));
    }

    private void act(String code, UUID subject) {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO audit_event (created_at, actor_kind, actor_id, code, subject_id)"
                                + " VALUES (now(), 'HOLDER', ?, ?, ?)",
                        own.holder.value(),
                        code,
                        subject));
    }

    private void limit(@Nullable UUID organisation) {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE holder SET limited_to = ?::uuid, limited_until = CASE WHEN ?::uuid IS NULL THEN NULL"
                                + " ELSE now() + interval '7 days' END WHERE id = ?",
                        organisation,
                        organisation,
                        own.holder.value()));
    }

    @Test
    void anActOnALinkAPhoneOrACopySaysOnWhich() throws Exception {
        String phone = server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT name FROM passkey WHERE id = ?", id("phone"))
                        .mapTo(String.class)
                        .one());
        assertThat(holder.get("/me/data").body())
                .contains(
                        "Vous avez arrêté le lien «\u00a0Un garage\u00a0».",
                        "Vous avez relancé le lien «\u00a0Trois garages\u00a0».",
                        // of somebody else: no name
                        "Vous avez changé le nom d’un lien.",
                        "Vous avez ajouté le téléphone «\u00a0" + phone + "\u00a0».",
                        "Vous avez retiré la copie du badge «\u00a0Peindre Deux-Rives\u00a0». Elle était dans Learner Credential Wallet.");
        assertThat(holder.get("/me/data?lang=en").body()).contains("You switched the link “Un garage” off.");
    }

    /** Whoever reopened a space for one organisation reads the names of its links alone. */
    @Test
    void aLimitedHolderReadsNoNameOfAnotherOrganisationsLink() throws Exception {
        limit(own.organisation.value());
        try {
            assertThat(holder.get("/me/data").body())
                    .contains("Vous avez arrêté le lien «\u00a0Un garage\u00a0».")
                    .doesNotContain("Trois garages")
                    .contains("Vous avez relancé un lien.");
            limit(stranger.organisation.value());
            assertThat(holder.get("/me/data").body())
                    .contains("Vous avez arrêté un lien.")
                    .doesNotContain("Un garage", "Trois garages");
        } finally {
            limit(null);
        }
    }
}
