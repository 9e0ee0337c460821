package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.i18n.Messages;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** After a form the next page says what was done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuccessBannersTest {
    /** A redirect with an address of the desk alone. */
    private static final Pattern SILENT = Pattern.compile("seeOther\\((\"/app(/[^()]*)?|path\\(id\\)|ROOT[^()]*)\\)");

    private static final Pattern END_OF_METHOD = Pattern.compile("\n    }\n");

    /**
     * Signing in is no act on anything that a page shows, and neither is a search. The steps of a run and of an import lead on; its
     * page says what was done.
     */
    private static final Set<String> LEAD_ON = Set.of(
            "SignInPages.java",
            "JoinPages.java",
            "AwardRunPages.java",
            "RunTextPages.java",
            "RunPreviewPages.java",
            "ImportFormPages.java",
            "ImportPages.java");

    private TestServer server;
    private Tenant own;
    private Visitor admin;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.start();
        own = new Tenant(server, "Deux-Rives", 1);
        admin = new Visitor(server, "/app/workers/new", sessions -> sessions.openDesk(own.organisation, own.admin));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Posts a form and returns the page that follows. */
    private String after(String address, Map<String, String> fields, String done) throws Exception {
        HttpResponse<String> answer = admin.post(address, fields);
        assertThat(answer.statusCode()).as(address).isEqualTo(303);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).endsWith("?done=" + done);
        for (Locale language : Languages.OFFERED) {
            assertThat(new Messages().has(language, done.replace(".", ".done.")))
                    .as(done)
                    .isTrue();
        }
        HttpResponse<String> page = admin.get(location);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<div role=\"status\">");
        return page.body();
    }

    @Test
    void aPersonIsAddedAndRenamed() throws Exception {
        Map<String, String> names = Map.of("firstName", "Sacha", "lastName", "Exemple", "revision", "1");

        assertThat(after("/app/workers", names, "worker.created")).contains("La personne est ajoutée.");
        // Nobody is asked about a name that no badge shows.
        server.database()
                .owner()
                .useHandle(
                        handle -> handle.execute("UPDATE credential SET name_choice = 'NONE', displayed_name = NULL"));
        assertThat(after("/app/workers/" + own.ids.get("worker"), names, "worker.saved"))
                .contains("Le dossier est enregistré.");
        assertThat(after(
                        "/app/workers/" + own.ids.get("worker") + "/notice",
                        Map.of("noticeDay", "today"),
                        "worker.notice"))
                .contains("la feuille est donnée");
    }

    @Test
    void anOfferIsMadeCorrectedReissuedAndCancelled() throws Exception {
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE worker SET notice_given_on = current_date WHERE id = ?::uuid", own.ids.get("worker")));
        HttpResponse<String> made = admin.post(
                "/app/offers",
                Map.of(
                        "worker",
                        own.ids.get("worker"),
                        "version",
                        own.ids.get("version"),
                        "narrative",
                        "Peint deux murs.",
                        "evidence",
                        ""));
        String location = made.headers().firstValue("Location").orElseThrow();
        assertThat(location).endsWith("?done=award.offered");
        String offer = location.replaceFirst("\\?.*", "");
        assertThat(admin.get(location).body()).contains("Le badge est proposé.");

        assertThat(admin.get(offer + "/correct").body())
                .as("said before the slip in the person’s hand dies")
                .contains("Il n’ouvrira plus rien dès que vous envoyez cette correction.");
        Map<String, String> words = Map.of("narrative", "Peint trois murs.", "evidence", "");
        assertThat(after(offer + "/correct", words, "award.corrected")).contains("nouveau ticket à donner");
        assertThat(after(offer + "/reissue", Map.of(), "award.reissued")).contains("nouveau ticket à donner");
        assertThat(after(offer + "/cancel", Map.of(), "award.cancelled")).contains("La proposition est annulée.");
    }

    @Test
    void aBadgeIsPublishedArchivedAndRestored() throws Exception {
        String badge = "/app/badges/" + own.ids.get("achievement");

        assertThat(after(badge + "/archive", Map.of(), "achievement.archived")).contains("dans l’archive");
        assertThat(after(badge + "/restore", Map.of(), "achievement.restored")).contains("revenu de l’archive");
    }

    @Test
    void aBlockedSlipIsReplacedNotPrinted() throws Exception {
        UUID offer = UUID.fromString(own.ids.get("offer"));
        server.database()
                .owner()
                .useHandle(handle -> handle.execute("UPDATE offer SET failed_pins = 5 WHERE id = ?", offer));

        String page = admin.get("/app/offers/" + offer).body();

        assertThat(page)
                .contains("<a class=\"button primary\" href=\"/app/offers/" + offer + "/reissue\">")
                .doesNotContain("/app/offers/" + offer + "/slip\"");
        assertThat(admin.post("/app/offers/" + offer + "/slip", Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void everyFormOfTheDeskSaysWhatItDid() throws IOException {
        List<String> silent = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/fr/badgesiae/api"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith("Pages.java"))
                    .filter(path -> !LEAD_ON.contains(path.getFileName().toString()))
                    .toList()) {
                END_OF_METHOD
                        .splitAsStream(Files.readString(source))
                        .filter(method -> !method.contains("@GET") && !method.contains("@Path(\"/search\")"))
                        .flatMap(method -> SILENT.matcher(method).results())
                        .filter(redirect -> !redirect.group().contains(", "))
                        .forEach(redirect -> silent.add(source.getFileName() + ": " + redirect.group()));
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void anotherWordInTheAddressSaysNothing() throws Exception {
        for (String word :
                new String[] {"award.nothing", "award.form.title", "%3Cb%3E", "award", "award.done.offered"}) {
            assertThat(admin.get("/app/offers?done=" + word).body())
                    .as(word)
                    .doesNotContain("role=\"status\"")
                    .doesNotContain("<b>");
        }
    }
}
