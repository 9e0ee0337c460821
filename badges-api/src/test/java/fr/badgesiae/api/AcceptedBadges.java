package fr.badgesiae.api;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An organisation of a running server with one badge, accepted by as many people as a test needs. */
public final class AcceptedBadges {
    private static final String BADGE = """
            {"name": "Peindre un mur", "description": "Prépare et peint un mur.", "criteria": "Peindre dix murs.",
             "category": "TECHNICAL", "level": "PRACTISES", "evidencePolicy": "OPTIONAL_TEXT", "language": "fr",
             "alignments": []}
            """;

    /** What a copy shows, as each of these people read it. */
    public static final EditionChoice CHOICE = choice(NameChoice.FULL, true);

    public final OrganisationId organisation;
    private final TestServer server;
    private final AccountId counsellor;
    private final AchievementVersionId version = new AchievementVersionId(UUID.randomUUID());

    public AcceptedBadges(TestServer server) {
        this(server, "Atelier des Deux Rives", "73282932000074");
    }

    public AcceptedBadges(TestServer server, String name, String siret) {
        this(server, name, siret, drawing());
    }

    /** @param picture of the badge */
    AcceptedBadges(TestServer server, String name, String siret, StoredImage picture) {
        this.server = server;
        this.organisation = server.organisation(name, siret);
        this.counsellor = server.member(organisation, "conseil" + siret, "COUNSELLOR", "une phrase assez longue");
        UUID achievement = UUID.randomUUID();
        execute(
                "INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)"
                        + " VALUES (?, ?, 'PUBLISHED', ?::jsonb, now(), now())",
                achievement,
                organisation.value(),
                BADGE);
        execute(
                "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type,"
                        + " image, created_at) VALUES (?, ?, ?, 1, ?::jsonb, ?, ?, now())",
                version.value(),
                achievement,
                organisation.value(),
                BADGE,
                picture.type(),
                picture.bytes());
    }

    private static StoredImage drawing() {
        return DefaultImage.draw(new AchievementContent(
                "Peindre un mur", "", "", Category.TECHNICAL, null, null, EvidencePolicy.NONE, "fr", List.of()));
    }

    /** Who signs in to the desk. */
    public AccountId counsellor() {
        return counsellor;
    }

    /** A badge as it was accepted, its holder, and the person as the organisation knows them. */
    public record Accepted(HolderId holder, CredentialId badge, PersonId person) {}

    /** A slip in clear. */
    public record Slip(OfferId offer, String code, String pin) {}

    /** The slip of a badge that is offered to somebody else of the same name. */
    public Slip offer() {
        OfferId offer = offered(person());
        SlipSecrets.Clear secrets = server.features()
                .offer()
                .print()
                .apply(organisation, counsellor, offer)
                .secrets();
        return new Slip(offer, secrets.code().grouped(), secrets.pin());
    }

    /** What each of these people read, and what they choose to show of it. */
    public static EditionChoice choice(NameChoice name, boolean evidence) {
        return new EditionChoice(
                name,
                evidence,
                EditionChoice.fingerprint("Alix E.", "Alix Exemple", "Peint seule un mur.", "Chantier de la gare."));
    }

    /** Somebody else of the same name accepts the badge, without a name on it. */
    public Accepted accept() {
        return accept(NameChoice.NONE, false);
    }

    /** The same with this name on it, and with the evidence or without. */
    public Accepted accept(NameChoice name, boolean evidence) {
        return accept(person(), name, evidence);
    }

    private PersonId person() {
        PersonId person = new PersonId(UUID.randomUUID());
        execute(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, notice_given_on,"
                        + " created_at, updated_at) VALUES (?, ?, 'Alix', 'Exemple', ?, current_date, now(), now())",
                person.value(),
                organisation.value(),
                UUID.randomUUID());
        return person;
    }

    private OfferId offered(PersonId person) {
        OfferRequest request = new OfferRequest(person, version, "Peint seule un mur.", "Chantier de la gare.");
        return ((OfferBadge.Offered) server.features().offer().offer().apply(organisation, counsellor, request))
                .offer();
    }

    /** One more badge for a person who accepted one before. */
    public Accepted accept(PersonId person, NameChoice name, boolean evidence) {
        Features features = server.features();
        OfferId offer = offered(person);
        String text = server.platform()
                .database()
                .inOrganisation(
                        organisation, handle -> features.offer().offers().find(handle, organisation, offer))
                .orElseThrow()
                .text()
                .fingerprint();
        var accepted = (AcceptOffer.Accepted) features.claim()
                .accept()
                .apply(organisation, offer, new AcceptOffer.Acceptance(name, evidence, text, null));
        return new Accepted(accepted.holder(), accepted.credential(), person);
    }

    /** A network vouches for the organisation. */
    public void vouch(OrganisationId network) {
        execute(
                "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                        + " VALUES (gen_random_uuid(), ?, ?, now(), '2025-01-01')",
                network.value(),
                organisation.value());
    }

    /** An address for the public, without which nothing of Open Badges 2.0 is published. */
    public void publicEmail() {
        execute("UPDATE organisation SET public_email = 'bonjour@exemple.invalid' WHERE id = ?", organisation.value());
    }

    /** The organisation revokes a badge. */
    public void revoke(Accepted accepted, PublicReason reason) {
        server.platform()
                .database()
                .inOrganisation(
                        organisation,
                        handle -> server.features()
                                .credential()
                                .revoke()
                                .revoke(handle, organisation, accepted.badge(), reason, "", Actor.SYSTEM));
    }

    /** Waits until what readers of codes are given is newer than all that was done. */
    public void awaitPublished() {
        Instant done = Instant.now();
        while (!server.features().offline().known().apply().at().isAfter(done)) {
            if (Instant.now().isAfter(done.plus(Duration.ofMinutes(1)))) {
                throw new AssertionError("not read again");
            }
            Thread.onSpinWait();
        }
    }

    public void execute(String sql, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    /** @param sql what follows {@code SELECT count(*) FROM} */
    public long count(String sql, Object... arguments) {
        return server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT count(*) FROM " + sql, arguments)
                        .mapTo(Long.class)
                        .one());
    }
}
