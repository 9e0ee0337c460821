package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.holder.HolderModule;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.offer.Offers;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.EntryPoint;
import fr.badgesiae.api.platform.auth.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Claims, from the slip to the card. */
public final class ClaimModule implements Feature {
    private final OpenClaim open;
    private final AcceptOffer accept;
    private final RefuseOffer refuse;
    private final CreateRecoveryCard card;
    private final WithdrawAcceptance withdraw;
    private final List<Object> resources;

    public ClaimModule(
            Platform platform,
            Organisations organisations,
            People people,
            CredentialModule credentials,
            HolderModule holders,
            OfferModule offering,
            Sessions sessions) {
        ClaimDependencies needs = new ClaimDependencies(
                platform.database(),
                platform.passwords(),
                platform.ids(),
                platform.clock(),
                platform.audit(),
                organisations,
                people,
                holders.cards(),
                holders.space());
        Clock clock = platform.clock();
        Offers offers = offering.offers();
        this.open = new OpenClaim(needs, offers, offering.slips());
        this.accept = new AcceptOffer(needs, offers, credentials.prepareCredential(), credentials.issue());
        this.refuse = new RefuseOffer(needs.database(), offers, clock, needs.audit());
        this.card = new CreateRecoveryCard(needs);
        this.withdraw = new WithdrawAcceptance(needs.database(), credentials.revoke(), clock);
        credentials.onVoided(new VoidAcceptance(offering.reopen(), clock));
        holders.withdrawals(withdraw::possibleUntil);
        this.resources = List.of(
                new ClaimPages(platform, open, sessions),
                new AnswerPages(platform, offers, organisations, accept, refuse),
                new CardPages(platform, offers, card, credentials.issue(), credentials.credentials(), sessions),
                new WithdrawPages(platform, withdraw));
    }

    public OpenClaim open() {
        return open;
    }

    public AcceptOffer accept() {
        return accept;
    }

    public RefuseOffer refuse() {
        return refuse;
    }

    public CreateRecoveryCard card() {
        return card;
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
    public List<Object> resources() {
        return resources;
    }
}
