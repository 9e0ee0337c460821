package fr.badgesiae.api;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.account.AccountModule;
import fr.badgesiae.api.account.DemonstrationAccounts;
import fr.badgesiae.api.achievement.AchievementModule;
import fr.badgesiae.api.claim.ClaimModule;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.holder.HolderModule;
import fr.badgesiae.api.home.HomeModule;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.issuer.IssuerModule;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.organisation.OrganisationCreated;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.pathway.PathwayModule;
import fr.badgesiae.api.person.PersonModule;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocumentsProbe;
import fr.badgesiae.api.share.ShareModule;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.api.trust.TrustModule;
import fr.badgesiae.api.verification.VerificationModule;
import fr.badgesiae.api.verification.VerificationViews;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The features in the order of their dependencies: each is handed the platform and the views of those above it. */
public final class Features {
    private final List<Object> resources = new ArrayList<>();
    private final Map<String, HealthCheck> healthChecks = new TreeMap<>();
    private final List<OrganisationCreated> organisationCreated;
    private final List<DocumentSource> documents;
    private final KeysModule keys;
    private final TrustModule trust;
    private final AccountModule account;
    private final AchievementModule achievement;
    private final PersonModule person;
    private final PathwayModule pathway;
    private final ShareModule share;
    private final PublishedDocumentsProbe probe;

    /**
     * @param desk the sessions that claims and holders open and close
     * @param door to the network, without a cache
     * @param network the door to documents of others
     */
    Features(Platform platform, Sessions desk, Notices notices, Fetcher door, Fetcher network) {
        BadgeVerifier verifier = new BadgeVerifier();
        OrganisationModule organisation = new OrganisationModule(platform, this::organisationCreated);
        Organisations organisations = organisation.organisations();
        account = new AccountModule(platform, desk, organisation);
        keys = new KeysModule(platform);
        IssuerModule issuer = new IssuerModule(platform, organisations, keys.signingKeys());
        trust = new TrustModule(platform, organisations, keys.signingKeys(), door);
        achievement = new AchievementModule(platform, organisations);
        person = new PersonModule(platform, organisations);
        pathway = new PathwayModule(platform, person.people());
        StatusListModule lists = new StatusListModule(platform, keys);
        CredentialModule credential = new CredentialModule(platform, keys, issuer, lists, verifier);
        organisationCreated = List.of(keys.signingKeys()::createFor, lists.statusLists()::createFor);
        documents = List.of(keys.documents(), issuer.documents(), trust.documents(), lists.documents());
        share = new ShareModule(platform);
        HolderModule holder = new HolderModule(platform, share, desk);
        OfferModule offer =
                new OfferModule(platform, organisations, achievement.achievements(), person.people(), credential, desk);
        ClaimModule claim = new ClaimModule(platform, organisations, person.people(), credential, holder, offer, desk);
        VerificationModule verification = new VerificationModule(
                platform,
                new VerificationViews(organisations, trust.imported(), credential.credentials()),
                verifier,
                Stream.concat(documents.stream(), Stream.of(share.documents())).toList(),
                network);
        resources.addAll(organisation.resources());
        resources.addAll(account.resources());
        resources.addAll(keys.resources());
        resources.addAll(issuer.resources());
        resources.addAll(trust.resources());
        resources.addAll(achievement.resources());
        resources.addAll(person.resources());
        resources.addAll(pathway.resources());
        resources.addAll(lists.resources());
        resources.addAll(credential.resources());
        resources.addAll(holder.resources());
        resources.addAll(offer.resources());
        resources.addAll(claim.resources());
        resources.addAll(verification.resources());
        resources.addAll(share.resources(verification.verify()));
        resources.addAll(new HomeModule(platform.pages(), notices, platform.settings(), platform.clock()).resources());
        healthChecks.putAll(keys.healthChecks());
        healthChecks.putAll(trust.healthChecks());
        healthChecks.putAll(lists.healthChecks());
        probe = new PublishedDocumentsProbe(documents, new SampleAddresses(keys, lists), platform.clock());
        platform.jobs().onEachNode("look-from-probe", PublishedDocumentsProbe.INTERVAL, probe::look);
        healthChecks.put("published-documents", probe.healthCheck());
    }

    /** What the database must hold before the first request; once it is migrated. */
    void prepare() {
        keys.prepare();
        trust.prepare();
    }

    /** What this node still has in mind is written down before it stops. */
    void finish() {
        share.countViews().apply();
    }

    /** Gives the invented organisations their badges, workers and one pathway. */
    public void fillDemonstration(DemonstrationAccounts.People people, LocalDate today) {
        Principal first = counsellor(people.firstCounsellor());
        Principal second = counsellor(people.secondCounsellor());
        achievement.demonstration().seed(first, true);
        achievement.demonstration().seed(second, false);
        pathway.demonstrate(first, person.demonstration().seed(first, true), today.minusMonths(3));
        person.demonstration().seed(second, false);
    }

    private static Principal counsellor(DemonstrationAccounts.Member member) {
        UUID noSession = new UUID(0, 0);
        return new Principal(member.account(), member.organisation(), Role.COUNSELLOR, "", "", noSession);
    }

    /** Members, the first administrator, the invented people of a demonstration. */
    public AccountModule account() {
        return account;
    }

    /** Everything Jersey serves. */
    List<Object> resources() {
        return List.copyOf(resources);
    }

    Map<String, HealthCheck> healthChecks() {
        return Map.copyOf(healthChecks);
    }

    /** Whether everybody gets our published documents as we serve them. */
    PublishedDocumentsProbe probe() {
        return probe;
    }

    /** Who is told of a new organisation, in the same transaction and in this order. */
    List<OrganisationCreated> organisationCreated() {
        return organisationCreated;
    }

    /** Where our own published documents are found without a request to ourselves. */
    List<DocumentSource> documents() {
        return documents;
    }
}
