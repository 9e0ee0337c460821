package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a network reads of how its organisations use the service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdoptionTest {
    private static final String PAGE = "/app/network/figures?year=2024";

    private AwardRunFixture desk;
    private Visitor network;

    /** Of 64 organisations, three awarded badges in 2024: nine, seven and two. Another did before it was a member. */
    @BeforeAll
    void start() throws Exception {
        desk = new AwardRunFixture();
        network = new Visitor(
                desk.server,
                "/app/organisations/new",
                sessions -> sessions.openDesk(desk.own.network, desk.own.networkAdmin));
        for (int n = 0; n < 60; n++) {
            member(String.format("Structure %02d", n));
        }
        UUID alder = member("Aulne");
        UUID birch = member("Bouleau");
        desk.update("UPDATE organisation SET departements = '{59,2A}' WHERE id = ?", alder);
        desk.update("UPDATE organisation SET departements = '{62}' WHERE id = ?", birch);
        awards(desk.own.organisation.value(), 9);
        awards(alder, 7);
        awards(birch, 2);
        desk.update(
                "UPDATE network_membership SET vetted_on = '2024-01-01' WHERE organisation_id = ?",
                desk.own.organisation.value());
        UUID oak = member("Structure 60");
        awards(oak, 6);
        desk.update("UPDATE network_membership SET vetted_on = '2024-04-01' WHERE organisation_id = ?", oak);
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private UUID member(String name) {
        UUID id = UUID.randomUUID();
        desk.update(
                "INSERT INTO organisation (id, kind, siret, legal_name, public_name, created_at, updated_at)"
                        + " VALUES (?, 'NETWORK', NULL, ?, ?, now(), now())",
                id,
                name,
                name);
        desk.update(
                "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                        + " VALUES (gen_random_uuid(), ?, ?, now(), '2024-01-01')",
                desk.own.network.value(),
                id);
        return id;
    }

    /** The version of a badge that the organisation published. */
    private UUID published(UUID organisation) {
        desk.update(
                "INSERT INTO membership (id, organisation_id, account_id, role, created_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, 'ORG_ADMIN', now()) ON CONFLICT DO NOTHING",
                organisation,
                desk.own.admin.value());
        UUID badge = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        desk.update(
                "INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)"
                        + " SELECT ?, ?, state, content, now(), now() FROM achievement WHERE id = ?::uuid",
                badge,
                organisation,
                desk.own.ids.get("achievement"));
        desk.update(
                "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type, image,"
                        + " created_at) SELECT ?, ?, ?, 1, content, image_type, image, now() FROM achievement_version"
                        + " WHERE id = ?::uuid",
                version,
                badge,
                organisation,
                desk.own.ids.get("version"));
        return version;
    }

    private void awards(UUID organisation, int number) {
        UUID version = published(organisation);
        for (int n = 0; n < number; n++) {
            UUID worker = UUID.randomUUID();
            desk.update(
                    "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)"
                            + " VALUES (?, ?, 'Alix', 'Chiffre-Modèle', gen_random_uuid(), now(), now())",
                    worker,
                    organisation);
            UUID offer = UUID.randomUUID();
            desk.update(
                    "INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, narrative, state, offered_by,"
                            + " created_at, offered_at, updated_at, ends_at, code_lookup) VALUES (?, ?, ?, ?, '-',"
                            + " 'ACCEPTED', ?, '2024-02-10', '2024-02-10', '2024-02-10', '2025-01-01',"
                            + " sha256(?::text::bytea))",
                    offer,
                    organisation,
                    worker,
                    version,
                    desk.own.admin.value(),
                    offer);
            desk.update(
                    "INSERT INTO award (id, organisation_id, offer_id, worker_id, holder_id, achievement_version_id,"
                            + " awarded_on, state, created_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, '2024-03-01', 'LIVE', now())",
                    organisation,
                    offer,
                    worker,
                    desk.own.holder.value(),
                    version);
        }
    }

    private static String row(String body, String name) {
        String rest = body.substring(body.indexOf(name + "</a></th>"));
        return rest.substring(0, rest.indexOf("</tr>"));
    }

    private static List<String> names(String body) {
        return Pattern.compile(">([^<>]+)</a></th>")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aSmallCountIsHiddenWithAnotherAndTheSumIsShown() throws Exception {
        String body = network.get(PAGE).body();

        assertThat(body)
                .contains("<dt>Badges acceptés en 2024</dt><dd>18</dd>", "<dt>Structures membres</dt><dd>64</dd>");
        assertThat(row(body, "Bouleau")).contains("masqué").contains(">2024<").doesNotContain("mars 2024");
        assertThat(row(body, "Atelier Deux-Rives")).as("the first by name").contains("masqué");
        assertThat(row(body, "Aulne")).contains(">7<");
        assertThat(network.get(PAGE + "&sort=last-award").body()).contains("Bouleau");
        assertThat(body).doesNotContain("Alix", "Chiffre-Modèle");
    }

    @Test
    void theListIsSortedByTheAddressAndPaged() throws Exception {
        String byName = network.get(PAGE).body();
        String byAwards = network.get(PAGE + "&sort=awards").body();

        assertThat(names(byName)).hasSize(50).isSorted().startsWith("Atelier Deux-Rives", "Aulne", "Bouleau");
        assertThat(byName).contains("aria-sort=\"ascending\"");
        assertThat(names(byAwards)).startsWith("Aulne").doesNotContain("Bouleau");
        assertThat(byAwards).contains("aria-sort=\"descending\"");
        String next = byAwards.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(names(network.get(next).body())).hasSize(14).endsWith("Atelier Deux-Rives", "Bouleau");
    }

    @Test
    void anotherNetworkReadsNothingOfThem() throws Exception {
        Visitor other = new Visitor(
                desk.server,
                "/app/organisations/new",
                sessions -> sessions.openDesk(desk.other.network, desk.other.networkAdmin));

        assertThat(other.get(PAGE).body()).contains("Atelier Trois-Rives").doesNotContain("Aulne", "Deux-Rives");
    }

    @Test
    void theFileHasEveryOrganisationAndNoSmallNumber() throws Exception {
        String file = network.post("/app/network/figures/list.csv", Map.of("year", "2024"))
                .body();

        assertThat(file.strip().split("\r\n", -1)).hasSize(65);
        assertThat(file)
                .contains("Aulne;59, 2A;", ";2024;1;7")
                .containsPattern("Structure 60;.*;;;1;0\r?")
                .containsPattern("Bouleau;.*;2024;1;\r");
        assertThat(network.post("/app/network/figures/list.csv", Map.of("year", "2024", "departement", "2A"))
                        .body()
                        .strip()
                        .split("\r\n", -1))
                .hasSize(2);
    }

    @Test
    void theListIsOfOneDepartementAndWhatIsHiddenStaysHidden() throws Exception {
        String body = network.get(PAGE + "&departement=2A").body();

        assertThat(names(body)).containsExactly("Aulne");
        assertThat(body).contains(">59, 2A<", "<dt>Badges acceptés en 2024</dt><dd>18</dd>", "departement=2A");
        assertThat(row(network.get(PAGE + "&departement=62").body(), "Bouleau")).contains("masqué");
        assertThat(network.get(PAGE + "&departement=974").body()).contains("Aucune structure n’a noté ce département");
        assertThat(names(network.get(PAGE + "&departement=zz").body())).hasSize(50);
    }
}
