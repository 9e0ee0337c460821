package fr.badgesiae.api.claim;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.achievement.AchievementModule;
import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.batch.IssueCredentials;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.document.DocumentModule;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.EditionModule;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.holder.HolderModule;
import fr.badgesiae.api.issuer.IssuerModule;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.PersonModule;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.reopening.ReopeningModule;
import fr.badgesiae.api.share.ShareBadge;
import fr.badgesiae.api.share.ShareModule;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.api.verification.VerificationModule;
import fr.badgesiae.api.verification.VerificationViews;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.TrustRegistry;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Offers and claims on a real database: one organisation with its keys, one badge, as many workers as needed. */
public final class ClaimFixture implements AutoCloseable {
    private static final String BADGE = """
            {"name": "Peindre un mur", "description": "Prépare et peint un mur.", "criteria": "Peindre dix murs.",
             "category": "TECHNICAL", "level": "PRACTISES", "evidencePolicy": "OPTIONAL_TEXT", "language": "fr",
             "alignments": []}
            """;

    public final TestPlatform setup = TestPlatform.fresh();
    public final Platform platform = setup.platform();
    public final Jdbi owner = setup.database().owner();
    public final OrganisationId organisation = setup.organisation("Atelier des Deux Rives");
    public final AccountId counsellor = setup.member(organisation);
    public final AchievementVersionId version = new AchievementVersionId(UUID.randomUUID());
    public final People people = new People();
    public final KeysModule keys;
    public final StatusListModule lists;
    public final CredentialModule credentials;
    public final Achievements achievements;
    public final EditionModule edition;
    public final SignEdition editions;
    public final ShareModule shares;
    public final HolderModule holders;
    public final OfferModule offers;
    public final ReopeningModule reopenings;
    public final ClaimModule claims;

    /** What the verification of badges of others reaches. */
    public volatile Fetcher network = Fetcher.offline();

    private ClaimFixture() {
        Sessions sessions = new Sessions(
                platform.database(), platform.settings(), platform.vault(), platform.ids(), platform.clock());
        Organisations organisations = new Organisations(platform.database());
        this.keys = new KeysModule(platform);
        this.lists = new StatusListModule(platform, keys);
        IssuerModule issuers = new IssuerModule(platform, organisations, keys.signingKeys());
        this.credentials = new CredentialModule(platform, keys, issuers, lists, new BadgeVerifier());
        VerificationModule verification = new VerificationModule(
                platform,
                new VerificationViews(
                        organisations, TrustRegistry.empty(), credentials.credentials(), credentials.showCredential()),
                new BadgeVerifier(),
                List.of(keys.documents(), issuers.documents(), lists.documents()),
                (uri, limits) -> network.fetch(uri, limits));
        AchievementModule achievement = new AchievementModule(platform, organisations);
        this.achievements = achievement.achievements();
        DocumentModule files = new DocumentModule(achievement.images());
        IssueCredentials issue = new IssueCredentials(platform, credentials);
        this.edition = new EditionModule(platform, organisations, achievements, people, credentials, issue, lists);
        this.editions = edition.sign();
        this.shares = new ShareModule(platform, verification.verify(), editions, files);
        this.holders = new HolderModule(platform, verification, shares, edition.withdrawCopy(), files.bake(), sessions);
        this.offers = new OfferModule(
                platform, organisations, achievements, people, credentials, holders.notices(), sessions);
        ReopeningModule reopening = new ReopeningModule(
                platform, organisations, new PersonModule(platform, organisations), holders, sessions);
        this.reopenings = reopening;
        this.claims = new ClaimModule(
                platform, organisations, people, credentials, issue, holders, offers, reopening, sessions);
        platform.database().inOrganisation(organisation, handle -> {
            keys.signingKeys().createFor(handle, organisation);
            lists.statusLists().createFor(handle, organisation);
            return true;
        });
        badge();
    }

    /** A choice of somebody who read a badge of {@link #offered} to {@link #person()}. */
    public static EditionChoice choice(NameChoice name, boolean evidence) {
        return new EditionChoice(
                name,
                evidence,
                EditionChoice.fingerprint("Alix E.", "Alix Exemple", "Peint seule un mur.", "Chantier de la gare."));
    }

    /** A link to a badge as it was accepted. */
    public UUID share(HolderId holder, CredentialId badge, String label, int days) {
        return share(holder, new ShareBadge.Wish(badge, null, label, days));
    }

    /** A link that is made at once. */
    public UUID share(HolderId holder, ShareBadge.Wish wish) {
        return ((ShareBadge.Made) shares.share().apply(holder, wish)).link();
    }

    public static ClaimFixture open() {
        return new ClaimFixture();
    }

    private void badge() {
        UUID achievement = UUID.randomUUID();
        owner.useHandle(handle -> {
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

    /** A worker who was given the information sheet. */
    public PersonId person() {
        PersonId person = new PersonId(UUID.randomUUID());
        owner.useHandle(handle -> handle.execute(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, notice_given_on, created_at,"
                        + " updated_at) VALUES (?, ?, 'Alix', 'Exemple', ?, current_date, now(), now())",
                person.value(),
                organisation.value(),
                UUID.randomUUID()));
        return person;
    }

    public OfferId offered() {
        return offered(person());
    }

    public OfferId offered(PersonId person) {
        OfferRequest request = new OfferRequest(person, version, "Peint seule un mur.", "Chantier de la gare.");
        OfferBadge.Outcome outcome = offers.offer().apply(organisation, counsellor, request);
        return ((OfferBadge.Offered) outcome).offer();
    }

    public Offer find(OfferId offer) {
        return platform.database()
                .inOrganisation(organisation, handle -> offers.offers().find(handle, organisation, offer))
                .orElseThrow();
    }

    public OfferState state(OfferId offer) {
        return find(offer).state();
    }

    public SlipSecrets.Clear slip(OfferId offer) {
        return offers.print().apply(organisation, counsellor, offer).secrets();
    }

    /** A PIN of six digits, different from this one. */
    public static String wrong(String pin) {
        return pin.equals("271828") ? "314159" : "271828";
    }

    public AcceptOffer.Acceptance yes(OfferId offer) {
        return new AcceptOffer.Acceptance(
                NameChoice.FIRST_AND_INITIAL, true, find(offer).text().fingerprint(), null);
    }

    public AcceptOffer.Accepted accepted(OfferId offer) {
        return (AcceptOffer.Accepted) claims.accept().apply(organisation, offer, yes(offer));
    }

    /** Completes the claim: the holder has a card with this PIN. */
    public Code carded(OfferId offer, String pin) {
        accepted(offer);
        claims.card().apply(organisation, offer, pin);
        Code card = claims.progress().apply(organisation, offer).card().orElseThrow();
        claims.keep().apply(organisation, offer, false);
        return card;
    }

    public IssuedCredential credential(CredentialId id) {
        return platform.database()
                .inOrganisation(
                        organisation, handle -> credentials.credentials().find(handle, organisation, id))
                .orElseThrow();
    }

    /** Both signed texts of a badge. */
    public SignedForms signed(CredentialId id) {
        return platform.database()
                .inOrganisation(
                        organisation, handle -> credentials.credentials().signed(handle, organisation, id))
                .orElseThrow();
    }

    /** Does something while no key signs: what is prepared stays so. */
    public <T> T withoutKeys(Supplier<T> act) {
        owner.useHandle(handle -> handle.execute("UPDATE signing_key_secret SET version = version + 1"));
        try {
            return act.get();
        } finally {
            owner.useHandle(handle -> handle.execute("UPDATE signing_key_secret SET version = version - 1"));
        }
    }

    /** The network pauses the organisation. */
    public void pause() {
        UUID network = setup.organisation("Réseau Exemple").value();
        owner.useHandle(handle -> handle.execute(
                "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on, state,"
                        + " suspended_on, suspended_reason)"
                        + " VALUES (gen_random_uuid(), ?, ?, now(), '2025-01-01', 'SUSPENDED', '2026-10-05', 'Une raison')",
                network,
                organisation.value()));
    }

    public Person person(PersonId id) {
        return platform.database()
                .inOrganisation(organisation, handle -> people.find(handle, organisation, id))
                .orElseThrow();
    }

    /** Number of rows as the owner of the tables sees them. */
    public long count(String sql, Object... arguments) {
        return owner.withHandle(handle -> handle.select("SELECT count(*) FROM " + sql, arguments)
                .mapTo(Long.class)
                .one());
    }

    public long audited(String code, UUID subject) {
        return count("audit_event WHERE code = ? AND subject_id = ?", code, subject);
    }

    @Override
    public void close() {
        setup.close();
    }
}
