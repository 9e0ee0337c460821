package fr.badgesiae.api.holder.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.holder.SpaceHarness;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.web.WebHarness.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of links to several badges, as their holder and the reader of a link see them. */
class PortfolioPagesTest {
    private static final String NAMED_IN_EVIDENCE = "Pour un badge, ce qui a été vu dit votre nom.";
    private static final String TOO_MANY = "Vous avez déjà 100 liens ouverts. Arrêtez-en un, puis recommencez.";
    private static final String EVIDENCE = "name=\"evidence\"";
    private static final Pattern BADGE = Pattern.compile("name=\"badges\" type=\"checkbox\" value=\"([^\"]+)\"");
    private static final Pattern WORDS = Pattern.compile("<p class=\"words no-print\"><span[^>]*>([^<]+)</span>");
    private static final Pattern ADDRESS = Pattern.compile("href=\"(/v/[0-9A-Z-]+)\"");
    private static final Pattern ROW = Pattern.compile("href=\"(/v/[0-9A-Z]+\\.2[^\"]*)\"");

    private ClaimFixture fixture;
    private PersonId person;
    private HolderId holder;
    private CredentialId badge;
    private SpaceHarness space;

    @BeforeEach
    void accept() {
        fixture = ClaimFixture.open();
        person = fixture.person();
        var accepted = fixture.accepted(fixture.offered(person));
        holder = accepted.holder();
        badge = accepted.credential();
        fixture.accepted(fixture.offered(person));
        space = new SpaceHarness(fixture, holder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void eraseDeskFile() {
        change("UPDATE worker SET erased_at = now() WHERE id = ?", person.value());
    }

    private void change(String sql, Object... values) {
        fixture.owner.useHandle(handle -> handle.execute(sql, values));
    }

    private static List<String> all(Pattern pattern, Answer page) {
        return pattern.matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String one(Pattern pattern, Answer page) {
        Matcher found = pattern.matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }

    /** Sends the form of the page with all badges. */
    private Answer make(String... more) {
        List<String> fields = new ArrayList<>(List.of("label", "Un garage", "days", "30"));
        all(BADGE, space.get("/me/portfolios")).forEach(badge -> fields.addAll(List.of("badges", badge)));
        fields.addAll(List.of(more));
        return space.post("/me/portfolios", fields.toArray(String[]::new));
    }

    /** The path of the link that was made. */
    private static String made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return URI.create(answer.header("Location")).getPath();
    }

    /** A link to two badges, of which the second shows no name. */
    private String mixed() {
        UUID nameless = id(made(make("name", "NONE")));
        String link = made(make("name", "FULL"));
        change(
                "UPDATE share_link_badge SET credential_id = (SELECT credential_id FROM share_link_badge"
                        + " WHERE share_link_id = ? AND place = 2) WHERE share_link_id = ? AND place = 2",
                nameless,
                id(link));
        return link;
    }

    private static UUID id(String link) {
        return UUID.fromString(link.substring(link.lastIndexOf('/') + 1));
    }

    @Test
    void aFormerWorkerShowsTheEvidenceThatWasAcceptedThoughTheDeskFileIsErased() {
        eraseDeskFile();

        assertThat(space.get("/me/portfolios").text()).contains(EVIDENCE);
        assertThat(make("name", "FIRST_AND_INITIAL").text())
                .contains("Il montre plus que votre choix.")
                .contains(EVIDENCE);
        assertThat(space.get(made(make("name", "FIRST_AND_INITIAL", "evidence", "yes")))
                        .text())
                .contains("Il montre aussi ce qui a été vu.");
    }

    @Test
    void theMostDiscreetNameThatWasAcceptedComesFirst() {
        change(
                "UPDATE credential SET name_choice = 'FULL', displayed_name = 'Alix Exemple' WHERE id <> ?",
                badge.value());

        assertThat(space.get("/me/portfolios").text()).containsPattern("value=\"FIRST_AND_INITIAL\" checked");
        change("UPDATE credential SET name_choice = 'NONE', displayed_name = NULL WHERE id = ?", badge.value());
        assertThat(space.get("/me/portfolios").text()).containsPattern("value=\"NONE\" checked");
    }

    @Test
    void nothingIsAskedAboutEvidenceThatNoBadgeHas() {
        eraseDeskFile();
        change("UPDATE credential SET shows_evidence = false");

        assertThat(space.get("/me/portfolios").text()).doesNotContain(EVIDENCE);
    }

    @Test
    void bothScreensShowTheWordsOfTheBadgeWithoutANameBesideOneWithAName() {
        Answer own = space.get(mixed());
        Answer whole = space.get(one(ADDRESS, own));
        assertThat(whole.text()).contains("Ces badges ne montrent pas tous le même nom.", "Alix Exemple");

        Answer nameless = space.get(one(ROW, whole));

        assertThat(one(WORDS, own)).isEqualTo(one(WORDS, nameless));
        assertThat(own.text()).contains("Ces mots servent pour un badge sans nom.");
    }

    @Test
    void bothScreensShowTheWordsOnceTheOnlyBadgeWithANameIsRevoked() {
        String link = mixed();
        UUID named = fixture.owner.withHandle(handle -> handle.select(
                        "SELECT accepted.id FROM share_link_badge b JOIN credential shown ON shown.id = b.credential_id"
                                + " JOIN credential accepted ON accepted.award_id = shown.award_id AND accepted.edition = 1"
                                + " WHERE b.share_link_id = ? AND b.place = 1",
                        id(link))
                .mapTo(UUID.class)
                .one());
        fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> fixture.credentials
                                .revoke()
                                .revoke(
                                        handle,
                                        fixture.organisation,
                                        new CredentialId(named),
                                        PublicReason.WRONG_CONTENT,
                                        "",
                                        Actor.SYSTEM));

        Answer own = space.get(link);

        assertThat(one(WORDS, own)).isEqualTo(one(WORDS, space.get(one(ADDRESS, own))));
    }

    @Test
    void aLinkWhoseBadgesAllShowANameNeedsNoWords() {
        assertThat(all(WORDS, space.get(made(make("name", "FULL"))))).isEmpty();
    }

    @Test
    void evidenceThatNamesThePersonIsSaidBeforeNoNameIsChosen() {
        assertThat(space.get("/me/portfolios").text()).doesNotContain(NAMED_IN_EVIDENCE, "Ce texte dit votre nom.");

        change("UPDATE offer SET evidence = 'Alix Exemple a peint la gare.'");

        assertThat(space.get("/me/portfolios").text()).contains(NAMED_IN_EVIDENCE, "Ce texte dit votre nom.");
    }

    /** Links to several, newer than all others of the holder. */
    private void links(int several, String label, boolean open) {
        Instant now = fixture.platform.clock().instant();
        change(
                "INSERT INTO share_link (id, organisation_id, holder_id, code_lookup, code_sealed, label, created_at,"
                        + " ends_at, switched_off_at) SELECT gen_random_uuid(), ?, ?, sha256(convert_to(? || n, 'UTF8')), '', ?,"
                        + " CAST(? AS timestamptz), CAST(? AS timestamptz), CAST(? AS timestamptz)"
                        + " FROM generate_series(1, ?) n",
                fixture.organisation.value(),
                holder.value(),
                label,
                label,
                now.plusSeconds(1),
                now.plus(Duration.ofDays(30)),
                open ? null : now,
                several);
    }

    @Test
    void anOpenLinkStaysInTheListHoweverManyHaveEndedSince() {
        String link = made(make("name", "FULL"));
        links(200, "Un lien arrêté", false);

        assertThat(space.get("/me/portfolios").text()).contains("href=\"" + link + "\"");
    }

    @Test
    void aHundredOpenLinksAreEnough() {
        links(100, "Un autre garage", true);
        long signed = fixture.count("credential");
        Answer refused = make("name", "FULL", "message", "Bonjour");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(TOO_MANY).contains("value=\"Un garage\"", ">Bonjour</textarea>");
        assertThat(space.post(
                                "/me/badges/" + badge + "/share",
                                "label",
                                "Un garage",
                                "days",
                                "30",
                                "name",
                                "NONE",
                                "read",
                                "")
                        .text())
                .contains(TOO_MANY);
        assertThat(fixture.count("credential")).isEqualTo(signed);
        change(
                "UPDATE share_link SET switched_off_at = created_at WHERE id = CAST((SELECT min(CAST(id AS text)) FROM share_link) AS uuid)");
        made(make("name", "FULL"));
    }

    @Test
    void whoeverHasOneBadgeFindsTheirLinkToSeveralAgain() {
        space = new SpaceHarness(fixture, fixture.accepted(fixture.offered()).holder());
        assertThat(space.get("/me").text()).doesNotContain("href=\"/me/portfolios\"");

        made(make("name", "FULL"));

        assertThat(space.get("/me").text()).contains("href=\"/me/portfolios\"");
    }
}
