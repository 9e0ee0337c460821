package fr.badgesiae.api.claim;

import fr.badgesiae.api.claim.lost.FindContact;
import fr.badgesiae.api.claim.lost.LostPages;
import fr.badgesiae.api.claim.personal.ClaimPersonalData;
import fr.badgesiae.api.claim.slip.FindSlipPath;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.credential.batch.IssueCredentials;
import fr.badgesiae.api.credential.renewal.PrepareRenewal;
import fr.badgesiae.api.holder.HolderModule;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.offer.Offers;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.EntryPoint;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.reopening.ReopeningModule;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Claims, from the slip to the card. */
public final class ClaimModule implements Feature {
    private final FindSlip find;
    private final OpenClaim open;
    private final AcceptOffer accept;
    private final DisputeOffer dispute;
    private final DeclineOffer decline;
    private final ShowProgress progress;
    private final CreateRecoveryCard card;
    private final KeepRecoveryCard keep;
    private final FinishClaim finish;
    private final FindWithdrawal withdrawal;
    private final WithdrawAcceptance withdraw;
    private final List<Object> resources;

    public ClaimModule(
            Platform platform,
            Organisations organisations,
            People people,
            CredentialModule credentials,
            IssueCredentials issue,
            HolderModule holders,
            OfferModule offering,
            ReopeningModule reopening,
            Sessions sessions) {
        Database database = platform.database();
        Clock clock = platform.clock();
        Offers offers = offering.offers();
        Claims claims = new Claims(platform, organisations, holders.cards(), offering.slips());
        Acceptances acceptances = new Acceptances(clock);
        this.find = new FindSlip(database, claims);
        this.open = new OpenClaim(platform, claims);
        this.accept = new AcceptOffer(
                platform,
                organisations,
                people,
                holders.cards(),
                offers,
                new PrepareRenewal(credentials.prepareCredential()),
                issue,
                credentials.finishCredential());
        this.dispute = new DisputeOffer(database, claims);
        this.decline = new DeclineOffer(database, claims);
        this.progress = new ShowProgress(database, claims);
        this.card = new CreateRecoveryCard(database, claims, holders.cards(), platform.passwords());
        this.keep = new KeepRecoveryCard(database, claims, holders.cards(), holders.visits(), sessions, clock);
        this.finish = new FinishClaim(database, claims, credentials.finishCredential());
        this.withdrawal = new FindWithdrawal(database, acceptances);
        this.withdraw = new WithdrawAcceptance(database, acceptances, credentials.revoke(), clock);
        credentials.onVoided(new VoidAcceptance(offers, clock));
        holders.withdrawals(acceptances::withdrawableUntil);
        sessions.slips(new FindSlipPath(database, offers)::apply);
        FindContact contact = new FindContact(database, offering.slips(), reopening.slips(), holders.cards());
        this.resources = List.of(
                new ClaimPages(platform, find, open, reopening.find(), contact, sessions),
                new LostPages(platform, contact),
                new AnswerPages(platform, new ShowClaim(database, offers, clock), accept, dispute, decline),
                new CardPages(platform, progress, card, keep, finish, sessions),
                new WithdrawPages(platform, withdrawal, withdraw));
    }

    public FindSlip find() {
        return find;
    }

    public OpenClaim open() {
        return open;
    }

    public AcceptOffer accept() {
        return accept;
    }

    public DisputeOffer dispute() {
        return dispute;
    }

    public DeclineOffer decline() {
        return decline;
    }

    public ShowProgress progress() {
        return progress;
    }

    public CreateRecoveryCard card() {
        return card;
    }

    public KeepRecoveryCard keep() {
        return keep;
    }

    public FinishClaim finishClaim() {
        return finish;
    }

    public FindWithdrawal withdrawal() {
        return withdrawal;
    }

    public WithdrawAcceptance withdraw() {
        return withdraw;
    }

    @Override
    public Map<EntryPoint, String> entryPoints() {
        return Map.of(EntryPoint.CLAIM, "/claim");
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/claim/{code}");
    }

    @Override
    public PersonalData personalData() {
        return ClaimPersonalData.tables();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(ClaimAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
