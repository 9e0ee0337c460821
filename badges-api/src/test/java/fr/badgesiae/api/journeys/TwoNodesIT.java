package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.db.DatabaseAddress;
import fr.badgesiae.api.platform.db.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The shipped service from an empty database: two processes behind one address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {
    private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
    private static final String ADDRESS = "https://badges.example";
    private static final String PASSWORD = "une phrase assez longue";

    private TestDatabase database;
    private DatabaseProbe counts;
    private ShippedJar one;
    private ShippedJar two;
    private Desk desk;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        database = TestDatabase.fresh();
        counts = new DatabaseProbe(database.owner());
        Path config = ShippedJar.filledIn(folder);
        DatabaseAddress address = database.service();
        Map<String, String> environment = Map.of(
                "BADGES_PUBLIC_URL",
                ADDRESS,
                "BADGES_MASTER_KEY",
                KEY,
                "BADGES_PEPPER",
                KEY,
                "DATABASE_URL",
                address.url(),
                "DATABASE_USER",
                address.user(),
                "DATABASE_PASSWORD",
                address.password().value());
        String link =
                ShippedJar.run(folder, environment, "create-admin", "--network", "Réseau Exemple", config.toString());
        one = ShippedJar.start(folder, config, ShippedJar.freePort(), environment, "server");
        two = ShippedJar.start(folder, config, ShippedJar.freePort(), environment, "server");
        one.until("its word that it is up", () -> one.output().contains("Badges IAE answers for " + ADDRESS));
        desk = desk(path(link));
        publishBadge();
    }

    @AfterAll
    void close() {
        for (ShippedJar node : new ShippedJar[] {one, two}) {
            if (node != null) {
                node.close();
            }
        }
        database.close();
    }

    private static String path(String text) {
        return FormClient.found(text, ADDRESS + "(/[A-Za-z0-9/_-]+)");
    }

    /** From the printed link to an administrator of an organisation, through pages on both nodes. */
    private Desk desk(String link) {
        FormClient network = new FormClient(one.origin());
        join(network, link, "reseau");
        String organisation = network.at(two.origin())
                .submit(
                        "/app/organisations/new",
                        "/app/organisations",
                        Map.of(
                                "kind",
                                "ACI",
                                "siret",
                                "00000001800002",
                                "legalName",
                                "Association Atelier des Deux Rives",
                                "publicName",
                                "Atelier des Deux Rives"));
        String invitation = path(network.ask(organisation, organisation + "/first-admin", Map.of()));
        FormClient direction = new FormClient(one.origin());
        join(direction, invitation, "direction");
        return new Desk(direction);
    }

    private static void join(FormClient person, String link, String login) {
        person.submit(link, link, Map.of("name", "Alix Exemple", "login", login, "password", PASSWORD));
        assertThat(person.get("/app")).contains("Alix Exemple");
    }

    private void publishBadge() {
        FormClient person = desk.person();
        String badge = person.submit(
                "/app/badges/new",
                "/app/badges",
                Map.of(
                        "name",
                        "Préparer un chantier",
                        "description",
                        "Préparer seul les outils et la zone de travail.",
                        "criteria",
                        "Prépare les outils, balise la zone.",
                        "category",
                        "TECHNICAL",
                        "level",
                        "PRACTISES",
                        "evidencePolicy",
                        "OPTIONAL_TEXT",
                        "language",
                        "fr"));
        person.submit(badge, badge + "/publish", Map.of());
    }

    @Test
    void twoPhonesThatAcceptAtOnceOnTwoNodesMakeOneBadge() {
        Desk.Slip slip = desk.offer("Sacha");
        Claim here = Claim.open(one.origin(), slip);
        Claim there = Claim.open(two.origin(), slip);

        List<CompletableFuture<HttpResponse<String>>> answers = List.of(here.accept(), there.accept());

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(303);
            assertThat(answer.join().headers().firstValue("Location").orElseThrow())
                    .endsWith("/claim/badge/next");
        });
        UUID offer = here.offer();
        assertThat(counts.count("award WHERE offer_id = ?", offer)).isEqualTo(1);
        assertThat(counts.count("acceptance WHERE offer_id = ?", offer)).isEqualTo(1);
        assertThat(counts.credentials(offer, "ISSUED")).isEqualTo(1);
        assertThat(counts.count(
                        "audit_event e JOIN credential c ON c.id = e.subject_id JOIN award a ON a.id = c.award_id"
                                + " WHERE e.code = 'CREDENTIAL_SIGNED' AND a.offer_id = ?",
                        offer))
                .isEqualTo(1);
    }

    @Test
    void whatOneNodeDoesTheOtherShowsAtOnce() {
        Claim claim = Claim.open(one.origin(), desk.offer("Lou"));
        assertThat(claim.accept().join().statusCode()).isEqualTo(303);
        FormClient holder = claim.finish().at(two.origin());
        String badge = FormClient.found(holder.get("/me"), "href=\"(/me/badges/[0-9a-f-]{36})\"");
        String link = holder.submit(badge, badge + "/share", Map.of("label", "Entretien", "days", "90"));
        String address = path(holder.at(one.origin()).get(link));

        assertThat(headline(one, address)).isEqualTo("Authentique");
        assertThat(headline(two, address)).isEqualTo("Authentique");
        String list = FormClient.found(
                new FormClient(two.origin()).get(address + "/badge.json"),
                "\"statusListCredential\"\\s*:\\s*\"" + ADDRESS + "(/status/[^\"]+)\"");
        String before = new FormClient(two.origin()).get(list);

        desk.person().at(one.origin());
        desk.revokeNewest();

        assertThat(headline(two, address)).startsWith("Retiré le ");
        assertThat(headline(one, address)).startsWith("Retiré le ");
        assertThat(new FormClient(two.origin()).get(list)).isNotEqualTo(before);
    }

    private static String headline(ShippedJar node, String address) {
        return FormClient.found(new FormClient(node.origin()).get(address), "<h1>\\s*(.*?)\\s*</h1>");
    }
}
