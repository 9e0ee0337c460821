package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.badgesiae.api.platform.mail.MailSettings;
import fr.badgesiae.api.platform.mail.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A holder gives an address and is told what the desk does, by the running service and a real mail server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactJourneyTest {
    private static final String ADDRESS = "alix.exemple@exemple.invalid";
    private static final String OTHER = "autre.boite@exemple.invalid";
    private static final Pattern CODE = Pattern.compile("code\u00a0: (\\d{6})");
    private static final Pattern LINK = Pattern.compile("(/contacts/[\\w-]{43})");
    private static final Pattern WAITING = Pattern.compile("href=\"(/me/contacts/[0-9a-f-]{36})\"");
    private static final Pattern CONFIRMED = Pattern.compile("href=\"(/me/contacts/[0-9a-f-]{36}/remove)\"");
    private static final int LONGEST_WAIT = 30_000;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private TestServer server;
    private Tenant tenant;
    private Visitor holder;
    private final Set<String> read = new HashSet<>();

    @BeforeAll
    void start() throws Exception {
        mail.start();
        server = TestServer.sending(TestMail.mailTo(mail.getSmtp().getPort()));
        tenant = new Tenant(server, "Deux-Rives", 4);
        server.database().owner().useHandle(handle -> {
            handle.execute("DELETE FROM holder_contact");
            handle.execute(
                    "UPDATE worker SET holder_id = ?, notice_given_on = current_date WHERE id = ?",
                    tenant.holder.value(),
                    UUID.fromString(tenant.ids.get("worker")));
        });
        holder = new Visitor(server, "/me/pin", sessions -> sessions.openHolder(tenant.holder));
    }

    @AfterAll
    void stop() {
        server.close();
        mail.stop();
    }

    /** The job of the running service sends the first message; the others are not waited for. */
    private String next() throws Exception {
        if (!read.isEmpty()) {
            server.assembly().mail().send();
        }
        assertThat(mail.waitForIncomingEmail(LONGEST_WAIT, read.size() + 1)).isTrue();
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (read.add(message.getMessageID())) {
                return message.getAllRecipients()[0] + " " + message.getSubject() + "\n" + message.getContent();
            }
        }
        throw new IllegalStateException("a message came twice");
    }

    private static String in(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    @Test
    void aHolderIsToldWhatTheDeskDoesUntilTheyRemoveTheirAddress() throws Exception {
        try (LogLines log = LogLines.open()) {
            give();
            deskActs();
            changeAndRemove();
            assertThat(log.ours()).doesNotContain("alix", "autre.boite", "/contacts/");
        }
    }

    private void give() throws Exception {
        assertThat(holder.get("/me").body()).contains("href=\"/me/contacts\"", "Recevoir des messages");
        assertThat(holder.get("/me/contacts").body())
                .contains("Donner une adresse e‑mail")
                .doesNotContain("Donner un numéro");
        assertThat(holder.get("/me/contacts/phone").statusCode()).isEqualTo(404);
        HttpResponse<String> wrong = holder.post("/me/contacts/mail", Map.of("address", "alix.exemple"));
        assertThat(wrong.body()).contains("Cette adresse n’est pas bonne.", "value=\"alix.exemple\"");

        HttpResponse<String> sent = holder.post("/me/contacts/mail", Map.of("address", ADDRESS));
        assertThat(sent.statusCode()).isEqualTo(303);
        String page = Tab.location(sent);
        assertThat(page).doesNotContain("alix");
        assertThat(holder.get(page).body()).contains("a…@exemple.invalid").doesNotContain(ADDRESS);
        assertThat(holder.get("/me/contacts").body()).contains("Il manque le code", page);

        String code = in(CODE, next());
        String other = code.equals("271828") ? "314159" : "271828";
        assertThat(holder.post(page, Map.of("code", other)).body()).contains("Ce code n’est pas bon.");
        assertThat(Tab.location(holder.post(page, Map.of("code", code)))).isEqualTo("/me/contacts");
        assertThat(holder.get("/me/contacts").body())
                .contains("a…@exemple.invalid", "Changer l’adresse e‑mail")
                .doesNotContain("Il manque le code");
    }

    private void deskActs() throws Exception {
        Visitor desk = new Visitor(
                server, "/app/workers/new", sessions -> sessions.openDesk(tenant.organisation, tenant.counsellor));
        String worker = "/app/workers/" + tenant.ids.get("worker");
        assertThat(desk.get(worker).body()).doesNotContain("exemple.invalid");
        assertThat(desk.post(worker + "/access", Map.of("reason", "LOST_CARD", "present", "yes"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(next())
                .startsWith(ADDRESS + " Un ticket pour ouvrir votre espace")
                .contains("Atelier Deux-Rives a fait un ticket.", server.origin() + "/me/open")
                .contains("Effacez cette adresse ici", server.origin() + "/me/contacts")
                .doesNotContain("Alix", "Peindre");

        assertThat(desk.post(
                                "/app/credentials/" + tenant.ids.get("badge") + "/revoke",
                                Map.of("reason", "WRONG_CONTENT", "note", "Une note interne.", "sure", "yes"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(next())
                .startsWith(ADDRESS + " Un de vos badges ne compte plus")
                .contains("Atelier Deux-Rives a retiré un de vos badges.")
                .doesNotContain("Alix", "Peindre", "note interne");
    }

    private void changeAndRemove() throws Exception {
        holder.post("/me/contacts/mail", Map.of("address", OTHER));
        String link = in(LINK, next());
        Tab elsewhere = new Tab(server.origin());
        HttpResponse<String> asked = elsewhere.get(link);
        assertThat(asked.body())
                .contains("a…@exemple.invalid", "Est-ce bien votre adresse")
                .doesNotContain(OTHER);
        assertThat(in(WAITING, holder.get("/me/contacts").body())).isNotEmpty();
        HttpResponse<String> done = elsewhere.follow(elsewhere.post(link, Tab.fields(asked, link, Map.of())));
        assertThat(done.body()).contains("C’est confirmé");
        assertThat(elsewhere.get(link).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/me").body()).as("it opens no space").doesNotContain("Vos badges</h1>");
        assertThat(next()).startsWith(ADDRESS + " Votre espace a une autre adresse e-mail");

        String remove = in(CONFIRMED, holder.get("/me/contacts").body());
        assertThat(holder.get(remove).body()).contains("Effacer pour de bon", "a…@exemple.invalid");
        assertThat(Tab.location(holder.post(remove, Map.of()))).isEqualTo("/me/contacts");
        assertThat(next()).startsWith(OTHER + " Nous ne vous écrivons plus");
        assertThat(holder.get("/me/contacts").body())
                .contains("Donner une adresse e‑mail")
                .doesNotContain("exemple.invalid");
        assertThat(holder.get("/me/history").statusCode()).isEqualTo(200);
    }

    @Test
    void whenMessagesAreOffNoPageOffersThemAndWhatWasGivenCanBeRemoved() throws Exception {
        try (TestServer quiet = TestServer.sending(MailSettings.off())) {
            Tenant theirs = new Tenant(quiet, "Sans-Courriel", 5);
            Visitor space = new Visitor(quiet, "/me/pin", sessions -> sessions.openHolder(theirs.holder));
            assertThat(space.get("/me").body())
                    .as("what was given before")
                    .contains("href=\"/me/contacts\"", "Recevoir des messages");
            assertThat(space.get("/me/contacts/mail").statusCode()).isEqualTo(404);
            assertThat(space.get("/me/contacts").body()).doesNotContain("Donner une adresse");
            String given = "/me/contacts/" + theirs.ids.get("contact");
            assertThat(Tab.location(space.post(given + "/remove", Map.of()))).isEqualTo("/me");
            assertThat(space.get("/me/contacts").statusCode()).isEqualTo(404);
            assertThat(space.get("/me").body()).doesNotContain("/me/contacts", "Recevoir des messages");
        }
    }
}
