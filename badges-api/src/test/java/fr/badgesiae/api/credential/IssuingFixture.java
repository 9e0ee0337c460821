package fr.badgesiae.api.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.content.Level;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.db.ConnectionPool;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;

/** A real database with one organisation, worker, holder and badge, and as many nodes as needed. */
public final class IssuingFixture implements AutoCloseable {
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();

    public final OrganisationId organisation;
    public final HolderId holder = new HolderId(UUID.randomUUID());
    public final PersonId person = new PersonId(UUID.randomUUID());
    public final UUID subject = UUID.randomUUID();
    public final Jdbi owner;
    public final IssuingNode node;
    private final UUID achievement = UUID.randomUUID();
    private final UUID version = UUID.randomUUID();
    private final TestPlatform setup;

    private IssuingFixture() {
        this.setup = TestPlatform.fresh();
        this.organisation = setup.organisation("Atelier des Deux Rives");
        this.owner = setup.database().owner();
        seed();
        this.node = new IssuingNode(setup.platform(), VERIFIER);
        node.platform.database().inOrganisation(organisation, handle -> {
            node.keys.signingKeys().createFor(handle, organisation);
            node.lists.statusLists().createFor(handle, organisation);
            return true;
        });
    }

    public static IssuingFixture open() {
        return new IssuingFixture();
    }

    /** Another node; the handler decides how its transactions end. */
    public IssuingNode node(UnaryOperator<TransactionHandler> transactions) {
        Jdbi jdbi = Jdbi.create(setup.database().source())
                .installPlugin(new PostgresPlugin())
                .installPlugin(new SqlObjectPlugin());
        jdbi.setTransactionHandler(transactions.apply(jdbi.getTransactionHandler()));
        return new IssuingNode(TestPlatform.with(setup.platform(), new Database(jdbi)), VERIFIER);
    }

    /** Another node on an observed connection pool. */
    public IssuingNode watched(Function<DataSource, DataSource> connections) {
        Jdbi jdbi = ConnectionPool.jdbi(connections.apply(setup.database().source()));
        return new IssuingNode(TestPlatform.with(setup.platform(), new Database(jdbi)), VERIFIER);
    }

    public void pass(Duration duration) {
        setup.clock().advance(duration);
    }

    public Instant now() {
        return setup.clock().instant();
    }

    private void seed() {
        owner.useHandle(handle -> {
            handle.execute("INSERT INTO holder (id, created_at) VALUES (?, now())", holder.value());
            handle.execute(
                    "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)"
                            + " VALUES (?, ?, 'Alix', 'Exemple', ?, now(), now())",
                    person.value(),
                    organisation.value(),
                    subject);
            handle.execute(
                    "INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)"
                            + " VALUES (?, ?, 'PUBLISHED', '{\"name\": \"Accueil\"}', now(), now())",
                    achievement,
                    organisation.value());
            handle.execute(
                    "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type,"
                            + " image, created_at) VALUES (?, ?, ?, 1, '{\"name\": \"Accueil\"}', 'image/png', '', now())",
                    version,
                    achievement,
                    organisation.value());
        });
    }

    /** A statement about the worker, from a new offer. */
    public AwardStatement statement() {
        return statement(UUID.randomUUID());
    }

    public AwardStatement statement(UUID offer) {
        setup.offer(organisation, person.value(), version, offer);
        return statement(organisation, person, subject, badge(), offer);
    }

    /** A statement about somebody who accepted an offer of this badge. */
    public static AwardStatement statement(
            OrganisationId organisation, PersonId person, UUID subject, PublishedAchievement badge, UUID offer) {
        return new AwardStatement(
                UUID.randomUUID(),
                organisation,
                person,
                subject,
                badge,
                "Accueille le public et l’oriente « avec soin » 😀.",
                "Deux semaines à l’accueil, vues par la cheffe d’équipe.",
                LocalDate.of(2026, 11, 2),
                NameChoice.FIRST_AND_INITIAL,
                "Alix E.",
                true,
                offer,
                null);
    }

    /** A prepared credential whose signer stopped: the input of recovery. */
    public CredentialId prepare(AwardStatement statement) {
        return handedOn(statement).id();
    }

    /** A prepared credential in memory. */
    public PreparedCredential handedOn(AwardStatement statement) {
        return node.platform
                .database()
                .inOrganisation(
                        organisation,
                        handle -> node.credentials.prepareCredential().prepare(handle, statement, holder));
    }

    /** A badge as released. */
    public IssuedCredential issued() {
        return issued(statement());
    }

    /** A badge with this narrative. */
    public IssuedCredential issued(String narrative) {
        AwardStatement said = statement();
        return issued(saying(said, narrative, said.nameChoice(), said.displayedName()));
    }

    /** A badge that bears this name. */
    public IssuedCredential issuedTo(String name) {
        AwardStatement said = statement();
        return issued(saying(said, said.narrative(), NameChoice.FULL, name));
    }

    /** A badge that bears no name. */
    public IssuedCredential issuedWithoutName() {
        AwardStatement said = statement();
        return issued(saying(said, said.narrative(), NameChoice.NONE, null));
    }

    private static AwardStatement saying(
            AwardStatement said, String narrative, NameChoice choice, @Nullable String name) {
        return new AwardStatement(
                said.awardId(),
                said.organisation(),
                said.person(),
                said.subject(),
                said.achievement(),
                narrative,
                said.evidence(),
                said.awardedOn(),
                choice,
                name,
                said.showEvidence(),
                said.offerId(),
                null);
    }

    public IssuedCredential issued(AwardStatement statement) {
        PreparedCredential prepared = handedOn(statement);
        if (!node.credentials.issue().apply(prepared)) {
            throw new IllegalStateException("not issued");
        }
        return find(prepared.id());
    }

    public IssuedCredential find(CredentialId id) {
        return node.platform
                .database()
                .inOrganisation(
                        organisation,
                        handle -> node.credentials
                                .credentials()
                                .find(handle, organisation, id)
                                .orElseThrow());
    }

    /** Both signed texts. */
    public SignedForms signed(CredentialId id) {
        return node.platform
                .database()
                .inOrganisation(
                        organisation,
                        handle -> node.credentials
                                .credentials()
                                .signed(handle, organisation, id)
                                .orElseThrow());
    }

    /** Number of audit lines with a code for one row. */
    public int lines(String code, UUID about) {
        return owner.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM audit_event WHERE code = :code AND subject_id = :about")
                .bind("code", code)
                .bind("about", about)
                .mapTo(Integer.class)
                .one());
    }

    public CredentialState state(CredentialId id) {
        return owner.withHandle(handle -> handle.createQuery("SELECT state FROM credential WHERE id = :id")
                .bind("id", id.value())
                .mapTo(CredentialState.class)
                .one());
    }

    public boolean revoke(CredentialId id, PublicReason reason) {
        return node.platform
                .database()
                .inOrganisation(
                        organisation,
                        handle -> node.credentials.revoke().revoke(handle, organisation, id, reason, "", Actor.SYSTEM));
    }

    /** The report of a third-party verifier that sees our published documents only. */
    public VerificationReport judge(String form) {
        Fetcher fetcher = (uri, limits) -> published(uri)
                .<FetchResult>map(found -> new FetchResult.Fetched(uri, found.mediaType(), found.body(), true, false))
                .orElse(new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, uri.toString()));
        return VERIFIER.verify(
                Submission.of(form), VerificationPolicy.at(now(), fetcher).withLoopback());
    }

    public Optional<PublishedDocument> published(URI uri) {
        return node.keys
                .documents()
                .published(uri)
                .or(() -> node.lists.documents().published(uri));
    }

    private PublishedAchievement badge() {
        return badge(organisation, achievement, version, setup.platform().settings());
    }

    /** The badge of the tests. */
    public static PublishedAchievement badge(
            OrganisationId organisation, UUID achievement, UUID version, Settings settings) {
        String url = settings.url("/achievements/" + achievement + "/1");
        AchievementContent content = new AchievementContent(
                "Accueillir le public",
                "Sait accueillir et orienter.",
                "Accueillir dix personnes.",
                Category.TECHNICAL,
                Level.MASTERS,
                24,
                EvidencePolicy.OPTIONAL_TEXT,
                "fr",
                List.of());
        return new PublishedAchievement(
                new AchievementVersionId(version),
                new AchievementId(achievement),
                1,
                organisation,
                content,
                url,
                url + "/image",
                json(url));
    }

    private static ObjectNode json(String url) {
        String text = """
                {"id": "URL", "type": ["Achievement"], "name": "Accueillir le public",
                 "description": "Sait accueillir et orienter.", "criteria": {"narrative": "Accueillir dix personnes."},
                 "achievementType": "Competency", "inLanguage": "fr", "version": "1",
                 "image": {"id": "URL/image", "type": "Image", "caption": "Accueillir le public"},
                 "alignment": [{"type": ["Alignment"], "targetCode": "M1601", "targetName": "Accueil et renseignements",
                   "targetUrl": "https://candidat.francetravail.fr/metierscope/fiche-metier/M1601",
                   "targetFramework": "ROME 4.0", "targetType": "ext:ROME"}],
                 "resultDescription": [{"id": "URL#level", "type": ["ResultDescription"], "name": "Niveau",
                   "resultType": "RubricCriterionLevel", "rubricCriterionLevel": [
                     {"id": "URL#je-pratique", "type": ["RubricCriterionLevel"], "name": "Je pratique"},
                     {"id": "URL#je-maitrise", "type": ["RubricCriterionLevel"], "name": "Je maîtrise"}]}]}
                """.replace("URL", url);
        try {
            return (ObjectNode) new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the badge of the tests", e);
        }
    }

    @Override
    public void close() {
        setup.close();
    }
}
