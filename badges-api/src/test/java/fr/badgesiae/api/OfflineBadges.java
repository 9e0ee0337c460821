package fr.badgesiae.api;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.offline.code.JudgeCode;
import fr.badgesiae.api.offline.code.MakeCode;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Badges of an organisation that a network vouches for, with codes on paper. */
public final class OfflineBadges {
    private static final String BADGE = "{\"language\":\"fr\",\"name\":\"Peindre un mur\",\"description\":\"Peindre.\","
            + "\"criteria\":\"Peint un mur.\",\"category\":\"TECHNICAL\",\"level\":\"PRACTISES\"}";

    private final TestServer server;
    private final OrganisationId organisation;
    private final AccountId counsellor;
    private final AchievementVersionId version = new AchievementVersionId(UUID.randomUUID());

    /** @param siret of the organisation; that of its network has another first digit */
    public OfflineBadges(TestServer server, String name, String siret) {
        this.server = server;
        this.organisation = server.organisation(name, siret);
        this.counsellor = server.member(organisation, "offline" + siret, "COUNSELLOR", "une phrase assez longue");
        OrganisationId network = server.organisation("Réseau Exemple", "8" + siret.substring(1));
        UUID achievement = UUID.randomUUID();
        execute(
                "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                        + " VALUES (gen_random_uuid(), ?, ?, now(), '2025-01-01')",
                network.value(),
                organisation.value());
        execute(
                "INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)"
                        + " VALUES (?, ?, 'PUBLISHED', ?::jsonb, now(), now())",
                achievement,
                organisation.value(),
                BADGE);
        execute(
                "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type,"
                        + " image, created_at) VALUES (?, ?, ?, 1, ?::jsonb, 'image/png', '', now())",
                version.value(),
                achievement,
                organisation.value(),
                BADGE);
    }

    /** A badge of one holder. */
    public record Held(HolderId holder, CredentialId badge) {}

    public OrganisationId organisation() {
        return organisation;
    }

    public void execute(String sql, Object... arguments) {
        server.database().owner().useHandle(handle -> handle.execute(sql, arguments));
    }

    /** Ends the keys with which the organisation has signed so far. */
    public void end(String state) {
        execute(
                "UPDATE signing_key SET state = ?, not_after = now() + interval '1 second' WHERE organisation_id = ?",
                state,
                organisation.value());
    }

    /** A badge that was accepted. */
    public Held accepted() {
        PersonId person = new PersonId(UUID.randomUUID());
        execute(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, notice_given_on,"
                        + " created_at, updated_at) VALUES (?, ?, 'Alix', 'Exemple', ?, current_date, now(), now())",
                person.value(),
                organisation.value(),
                UUID.randomUUID());
        Features features = server.features();
        OfferRequest request = new OfferRequest(person, version, "Peint seule un mur.", "Chantier de la gare.");
        OfferId offer =
                ((OfferBadge.Offered) features.offer().offer().apply(organisation, counsellor, request)).offer();
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
        return new Held(accepted.holder(), accepted.credential());
    }

    /** What the holder read, with this name. */
    public static EditionChoice choice(NameChoice name) {
        return new EditionChoice(
                name,
                false,
                EditionChoice.fingerprint("Alix E.", "Alix Exemple", "Peint seule un mur.", "Chantier de la gare."));
    }

    public MakeCode.Outcome make(Held held, NameChoice name) {
        return server.features().offline().make().apply(held.holder(), held.badge(), choice(name));
    }

    /** The code of a badge with a name. */
    public MakeCode.Made code(Held held) {
        return (MakeCode.Made) make(held, NameChoice.FIRST_AND_INITIAL);
    }

    public JudgeCode.Judgement judge(String text) {
        return server.features().offline().judge().apply(text);
    }

    /** The holder withdraws a code alone. */
    public void withdraw(Held held, CredentialId edition) {
        server.features().edition().withdrawCopy().apply(held.holder(), edition);
    }

    /** Waits until what readers are given is newer than all that was done. */
    public void awaitPublished() {
        Instant done = Instant.now();
        while (!server.features().offline().known().apply().at().isAfter(done)) {
            if (Instant.now().isAfter(done.plus(Duration.ofMinutes(1)))) {
                throw new AssertionError("not read again");
            }
            Thread.onSpinWait();
        }
    }
}
