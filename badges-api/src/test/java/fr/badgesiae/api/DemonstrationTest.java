package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.demonstration.DemoSeedMarker;
import fr.badgesiae.api.demonstration.Demonstration;
import fr.badgesiae.api.demonstration.Handout;
import fr.badgesiae.api.holder.OpenSpace;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Rights;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.db.TestDatabase;
import fr.badgesiae.api.platform.todo.Todo;
import fr.badgesiae.api.platform.todo.WorkList;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The invented data: every state stands there as the product makes it, and what the console hands out works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {
    /** Words of the language, not names of people. */
    private static final Set<String> INVENTED_SURNAMES = Set.of(
            "Aquarelle",
            "Brouillon",
            "Canevas",
            "Chimère",
            "Conte",
            "Croquis",
            "Dessin",
            "Décor",
            "Esquisse",
            "Essai",
            "Exemple",
            "Fable",
            "Figurine",
            "Gabarit",
            "Imaginaire",
            "Légende",
            "Maquette",
            "Mirage",
            "Modèle",
            "Pastiche",
            "Pochoir",
            "Prototype",
            "Scénario",
            "Spécimen",
            "Échantillon");
    /** Lines that the passing of time or an accident brings, and no demonstration. */
    private static final Set<String> EMPTY_LINES = Set.of(
            "achievement.todo.review", "organisation.todo.message-managers", "privacy.todo.run", "privacy.todo.spaces");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private TestServer server;
    private DataFolder folder;

    @BeforeAll
    void demonstrate(@TempDir Path place) throws Exception {
        folder = DataFolder.open(place);
        DemoSeedMarker.begin(folder);
        server = TestServer.prepared(assembly -> prepare(assembly, folder));
    }

    @AfterAll
    void stop() {
        folder.close();
        server.close();
    }

    private static void prepare(Assembly assembly, DataFolder folder) {
        new Demonstration(assembly, folder, (french, english) -> {}).prepare();
    }

    private List<String> texts(String sql) {
        return texts(server.database(), sql);
    }

    private static List<String> texts(TestDatabase database, String sql) {
        return database.owner()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /** The rows of each table but those that jobs sweep. */
    private static Map<String, Long> rows(TestDatabase database) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : texts(
                database,
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
                        + " AND tablename NOT IN ('scheduled_tasks', 'throttle')")) {
            rows.put(
                    table,
                    Long.valueOf(
                            texts(database, "SELECT count(*) FROM " + table).get(0)));
        }
        return rows;
    }

    @Test
    void peopleHaveInventedNamesThatDoNotRepeatButInTwoFilesThatLookAlike() {
        List<String> first = texts("SELECT first_name FROM worker");
        List<String> last = texts("SELECT last_name FROM worker");
        assertThat(texts("SELECT first_name FROM worker WHERE last_name = 'Prototype'"))
                .containsExactlyInAnyOrder("Yanis", "Yannis");
        assertThat(last).hasSize(26);
        assertThat(new HashSet<>(last)).hasSize(25).isSubsetOf(INVENTED_SURNAMES);
        assertThat(first).doesNotHaveDuplicates();
        Set<String> members = Arrays.stream(texts("SELECT string_agg(display_name, ' ') FROM account")
                        .get(0)
                        .split(" "))
                .collect(Collectors.toCollection(HashSet::new));
        members.retainAll(first);
        assertThat(members).as("given names of members and of workers").isEmpty();
    }

    /** No act makes a draft. */
    @Test
    void everyStateOfAnOfferStandsThere() {
        Set<String> states = new TreeSet<>();
        Arrays.stream(OfferState.values()).map(Enum::name).forEach(states::add);
        states.remove(OfferState.DRAFT.name());
        assertThat(new TreeSet<>(texts("SELECT DISTINCT state FROM offer"))).isEqualTo(states);
        assertThat(texts("SELECT dispute FROM offer WHERE state = 'DISPUTED'")).contains("TEXT", "NOT_ME");
        assertThat(texts("SELECT how FROM acceptance")).contains("SLIP", "IN_PERSON");
    }

    @Test
    void badgesAreInForceEndingExpiredAndRevoked() {
        assertThat(texts("SELECT DISTINCT state FROM credential")).containsExactlyInAnyOrder("ISSUED", "REVOKED");
        assertThat(texts("SELECT id FROM credential WHERE state = 'ISSUED' AND valid_until < now()"))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(texts("SELECT public_reason FROM credential WHERE state = 'REVOKED'"))
                .containsExactlyInAnyOrder(
                        "WRONG_CONTENT", "HOLDER_REQUEST", "HOLDER_WITHDREW", "RESUMED", "RENEWED", "PAUSED_FOR_TEXT");
        assertThat(texts("SELECT DISTINCT name_choice FROM credential"))
                .containsExactlyInAnyOrder("FIRST_AND_INITIAL", "FULL", "NONE");
        assertThat(texts("SELECT DISTINCT state FROM achievement"))
                .containsExactlyInAnyOrder("DRAFT", "PUBLISHED", "ARCHIVED");
        assertThat(texts("SELECT DISTINCT v.version::text FROM award a"
                        + " JOIN achievement_version v ON v.id = a.achievement_version_id"))
                .contains("1", "2");
    }

    @Test
    void datesSpreadOverAYearAndNothingIsInTheFuture() {
        assertThat(texts("SELECT DISTINCT to_char(created_at, 'YYYY-MM') FROM award"
                        + " WHERE created_at > now() - interval '13 months'"))
                .hasSizeGreaterThanOrEqualTo(9);
        for (String table : texts("SELECT table_name FROM information_schema.columns"
                + " WHERE table_schema = 'public' AND column_name = 'created_at'")) {
            assertThat(texts("SELECT created_at::text FROM " + table + " WHERE created_at > now()"))
                    .as(table)
                    .isEmpty();
        }
        assertThat(texts("SELECT id FROM offer WHERE updated_at > now() OR updated_at < created_at"))
                .isEmpty();
    }

    /** As our documents are published now: keys, status lists, profiles. */
    @Test
    void everyBadgeVerifiesToWhatItsStateSays() {
        BadgeVerifier verifier = new BadgeVerifier();
        VerificationPolicy policy =
                VerificationPolicy.at(Instant.now(), this::published).withLoopback();
        Map<String, String> wrong = new TreeMap<>();
        for (Map<String, Object> row : badges()) {
            for (String form : List.of("document", "jwt")) {
                VerificationReport report = verifier.verify(Submission.of((String) row.get(form)), policy);
                String found = report.verdict() + " "
                        + report.checks().stream()
                                .filter(check -> check.outcome() == Outcome.FAILED
                                        || (check.name().required() && check.outcome() != Outcome.PASSED))
                                .map(CheckResult::name)
                                .toList();
                if (!found.equals(row.get("expected"))) {
                    wrong.put(row.get("id") + " " + form, row.get("expected") + " but " + found);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(badges().stream().map(row -> row.get("expected")).distinct().toList())
                .hasSize(3);
    }

    private List<Map<String, Object>> badges() {
        return server.database()
                .owner()
                .withHandle(handle -> handle.createQuery("""
                        SELECT c.id, d.document, d.jwt,
                               CASE WHEN c.state = 'REVOKED' THEN 'INVALID [STATUS]'
                                    WHEN c.valid_until < now() THEN 'INVALID [VALIDITY_PERIOD]'
                                    ELSE 'VALID []' END AS expected
                        FROM credential c JOIN credential_document d ON d.credential_id = c.id
                        """).mapToMap().list());
    }

    private FetchResult published(URI uri, FetchLimits limits) {
        return server.features().all().stream()
                .flatMap(feature -> feature.documents().published(uri).stream())
                .findFirst()
                .<FetchResult>map(
                        document -> new FetchResult.Fetched(uri, document.mediaType(), document.body(), true, false))
                .orElseGet(() -> new FetchResult.Failed(FetchResult.Failure.OFFLINE, "not ours"));
    }

    private String page(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.origin().resolve(path))
                .header("Accept", "text/html")
                .build();
        HttpResponse<String> page = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        return page.statusCode() + " " + page.body();
    }

    @Test
    void theLinkOfTheConsoleOpensWhatAnEmployerSees() throws Exception {
        Handout handout = Handout.kept(folder).orElseThrow();
        assertThat(page("/v/" + handout.link().grouped()))
                .startsWith("200")
                .contains("Authentique", "Alix Exemple", "Préparer un chantier", "Atelier des Deux Rives");
        // The address and the code as the console prints them.
        assertThat(handout.holder()).isEqualTo("Alix Exemple");
        assertThat(server.features().holder().space().apply(handout.card(), handout.pin(), Client.unknown()))
                .isInstanceOf(OpenSpace.Opened.class);
        assertThat(page("/me/open/" + handout.card().grouped())).startsWith("200");
    }

    /** The headline of each page behind a link says what became of its badge. */
    @Test
    void everyLinkSaysTheStateOfItsBadge() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (Map<String, Object> row : links()) {
            UUID holder = (UUID) row.get("holder_id");
            var shown = server.features().share().show().apply(new HolderId(holder), (UUID) row.get("id"));
            String expected = (String) row.get("expected");
            assertThat(page("/v/" + shown.code().grouped()))
                    .as((String) row.get("label"))
                    .contains(expected);
            seen.add(expected);
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "<h1",
                        "Authentique, expiré depuis",
                        "Authentique, en pause depuis le",
                        "Retiré le",
                        "Authentique");
    }

    private List<Map<String, Object>> links() {
        return server.database()
                .owner()
                .withHandle(handle -> handle.createQuery("""
                        SELECT s.id, s.holder_id, s.label,
                               CASE WHEN s.switched_off_at IS NOT NULL OR s.ends_at < now() THEN '<h1'
                                    WHEN is_pause(c.public_reason) THEN 'Authentique, en pause depuis le'
                                    WHEN c.state = 'REVOKED' THEN 'Retiré le'
                                    WHEN c.valid_until < now() THEN 'Authentique, expiré depuis'
                                    ELSE 'Authentique' END AS expected
                        FROM share_link s JOIN credential c ON c.id = s.credential_id
                        """).mapToMap().list());
    }

    @Test
    void theWorkListOfEachRoleHasSomethingOfEachKind() {
        Set<String> lines = new TreeSet<>();
        List<Todo> todos = server.features().contributions().todos();
        for (String organisation : texts("SELECT id FROM organisation")) {
            OrganisationId id = new OrganisationId(UUID.fromString(organisation));
            for (Role role : Role.values()) {
                server.platform()
                        .database()
                        .inOrganisation(
                                id,
                                handle -> new WorkList(() -> todos)
                                        .read(
                                                handle,
                                                id,
                                                new AccountId(new UUID(0, 0)),
                                                FrenchZone.PARIS,
                                                Rights.of(role),
                                                Instant.now()))
                        .forEach(line -> lines.add(line.todo().key()));
            }
        }
        Set<String> all = todos.stream()
                .filter(todo -> todo.urgency() != Todo.Urgency.FIRST_STEP)
                .map(Todo::key)
                .filter(key -> !EMPTY_LINES.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(lines).containsAll(all);
    }

    @Test
    void oneStructureIsPausedAndAnotherPauseWaitsForASecondAdministrator() {
        assertThat(texts("SELECT state || ' ' || (pause_asked_at IS NOT NULL AND pause_due_at IS NULL)"
                        + " FROM network_membership ORDER BY 1"))
                .containsExactly("ACTIVE false", "ACTIVE false", "ACTIVE true", "SUSPENDED false");
        assertThat(texts("SELECT DISTINCT kind FROM organisation"))
                .containsExactlyInAnyOrder("NETWORK", "ACI", "EI", "AI", "ETTI");
    }

    /** People acted; the service only signed, expired, published and prepared. */
    @Test
    void theServiceActsOnlyWhereAServiceCan() {
        assertThat(texts("SELECT DISTINCT code FROM audit_event WHERE actor_kind = 'SYSTEM'"))
                .isSubsetOf(
                        "DEMONSTRATION_SEEDED",
                        "CLIENT_RETURN_NOTED",
                        "CLIENT_CODE_REPORTED",
                        "ORGANISATION_CREATED",
                        "KEY_CREATED",
                        "KEY_WILL_BE_USED",
                        "KEY_USED",
                        "CREDENTIAL_WILL_BE_SIGNED",
                        "CREDENTIAL_SIGNED",
                        "CREDENTIAL_RENEWED",
                        "EDITION_SIGNED",
                        "OFFER_EXPIRED",
                        "STATUS_LIST_PUBLISHED",
                        "TRUST_LIST_PUBLISHED");
    }

    @Test
    void filesAreAnnouncedHeldAndNobodyIsErased() {
        assertThat(texts("SELECT last_name FROM worker WHERE erasure_announced_on IS NOT NULL"))
                .containsExactly("Scénario");
        assertThat(texts("SELECT last_name FROM worker WHERE erasure_held_on IS NOT NULL"))
                .containsExactly("Figurine");
        assertThat(texts("SELECT id FROM erasure")).isEmpty();
        assertThat(texts("SELECT DISTINCT state FROM access_reopening")).containsExactlyInAnyOrder("USED", "OPEN");
    }

    @Test
    void everyMemberSignsInWithTheirPassword() {
        List<String> logins = texts("SELECT login FROM account");
        assertThat(logins)
                .containsExactlyInAnyOrder(
                        "reseau",
                        "reseau2",
                        "direction",
                        "conseil",
                        "encadrement",
                        "direction2",
                        "conseil2",
                        "placement",
                        "direction3");
        for (String login : logins) {
            String hash = texts("SELECT password_hash FROM account WHERE login = '" + login + "'")
                    .get(0);
            assertThat(server.platform().passwords().matches(Demonstration.password(folder, login), hash))
                    .as(login)
                    .isTrue();
        }
    }

    @Test
    void aSecondStartAddsNothing() {
        Map<String, Long> before = rows(server.database());
        prepare(server.assembly(), folder);
        assertThat(rows(server.database())).isEqualTo(before);
    }

    @Test
    void withoutTheMarkOfAFirstStartNothingIsWritten(@TempDir Path elsewhere) throws Exception {
        try (TestServer other = TestServer.start();
                DataFolder unmarked = DataFolder.open(elsewhere)) {
            Map<String, Long> before = rows(other.database());
            prepare(other.assembly(), unmarked);
            assertThat(rows(other.database())).isEqualTo(before);
            assertThat(Handout.kept(unmarked)).isEmpty();
        }
    }
}
