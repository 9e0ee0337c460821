package fr.badgesiae.api;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;

/** An organisation of a running server with one badge, accepted by as many people as a test needs. */
public final class AcceptedBadges {
    private static final String BADGE = """
            {"name": "Peindre un mur", "description": "Prépare et peint un mur.", "criteria": "Peindre dix murs.",
             "category": "TECHNICAL", "level": "PRACTISES", "evidencePolicy": "OPTIONAL_TEXT", "language": "fr",
             "alignments": []}
            """;

    /** What a copy shows, as each of these people read it. */
    public static final EditionChoice CHOICE = new EditionChoice(
            NameChoice.FULL,
            true,
            EditionChoice.fingerprint("Alix E.", "Alix Exemple", "Peint seule un mur.", "Chantier de la gare."));

    public final OrganisationId organisation;
    public final AccountId counsellor;
    private final TestServer server;
    private final AchievementVersionId version = new AchievementVersionId(UUID.randomUUID());

    public AcceptedBadges(TestServer server) throws Exception {
        this.server = server;
        this.organisation = server.organisation("Atelier des Deux Rives", "73282932000074");
        this.counsellor = server.member(organisation, "conseil", "COUNSELLOR", "une phrase assez longue");
        UUID achievement = UUID.randomUUID();
        server.database().owner().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)"
                            + " VALUES (?, ?, 'PUBLISHED', ?::jsonb, now(), now())",
                    achievement,
                    organisation.value(),
                    BADGE);
            handle.execute(
                    "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type,"
                            + " image, created_at) VALUES (?, ?, ?, 1, ?::jsonb, 'image/png', '', now())",
                    version.value(),
                    achievement,
                    organisation.value(),
                    BADGE);
        });
    }

    /** A badge as it was accepted, and its holder. */
    public record Accepted(HolderId holder, CredentialId badge) {}

    /** A slip in clear. */
    public record Slip(OfferId offer, String code, String pin) {}

    /** The slip of a badge that is offered to somebody else of the same name. */
    public Slip offer() {
        OfferId offer = offered();
        SlipSecrets.Clear secrets = server.features()
                .offer()
                .print()
                .apply(organisation, counsellor, offer)
                .secrets();
        return new Slip(offer, secrets.code().grouped(), secrets.pin());
    }

    /** Somebody else of the same name accepts the badge, without a name on it. */
    public Accepted accept() {
        OfferId offer = offered();
        Features features = server.features();
        String text = server.platform()
                .database()
                .inOrganisation(
                        organisation, handle -> features.offer().offers().find(handle, organisation, offer))
                .orElseThrow()
                .text()
                .fingerprint();
        var accepted = (AcceptOffer.Accepted) features.claim()
                .accept()
                .apply(organisation, offer, new AcceptOffer.Acceptance(NameChoice.NONE, false, text, null));
        return new Accepted(accepted.holder(), accepted.credential());
    }

    private OfferId offered() {
        PersonId person = new PersonId(UUID.randomUUID());
        server.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, notice_given_on,"
                                + " created_at, updated_at) VALUES (?, ?, 'Alix', 'Exemple', ?, current_date, now(), now())",
                        person.value(),
                        organisation.value(),
                        UUID.randomUUID()));
        return ((OfferBadge.Offered) server.features()
                        .offer()
                        .offer()
                        .apply(
                                organisation,
                                counsellor,
                                new OfferRequest(person, version, "Peint seule un mur.", "Chantier de la gare.")))
                .offer();
    }
}
