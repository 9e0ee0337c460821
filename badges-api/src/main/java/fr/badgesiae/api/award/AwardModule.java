package fr.badgesiae.api.award;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.holder.HolderModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Offers, slips, claims. */
public final class AwardModule {
    private final Offers offers;
    private final OfferBadge offer;
    private final ChangeOffer change;
    private final ExpireOffers expire;
    private final OpenClaim claim;
    private final AcceptOffer accept;
    private final RefuseOffer refuse;
    private final GiveCard card;
    private final WithdrawAcceptance withdraw;
    private final List<Object> resources;

    public AwardModule(
            Platform platform,
            Organisations organisations,
            Achievements achievements,
            People people,
            CredentialModule credentials,
            HolderModule holders,
            Sessions sessions) {
        AwardDependencies needs = new AwardDependencies(
                platform.database(),
                platform.passwords(),
                platform.ids(),
                platform.clock(),
                platform.audit(),
                organisations,
                achievements,
                people,
                holders.cards(),
                holders.space());
        Slips slips = new Slips(platform.vault(), platform.passwords(), platform.ids());
        Clock clock = platform.clock();
        this.offers = new Offers(achievements, people);
        this.offer = new OfferBadge(needs, slips);
        this.change = new ChangeOffer(needs, offers, slips);
        this.expire = new ExpireOffers(needs.database(), clock, needs.audit());
        this.claim = new OpenClaim(needs, offers, slips);
        this.accept = new AcceptOffer(needs, offers, credentials.prepare(), credentials.issue());
        this.refuse = new RefuseOffer(needs.database(), offers, clock, needs.audit());
        this.card = new GiveCard(needs);
        this.withdraw = new WithdrawAcceptance(needs.database(), credentials.revoke(), clock);
        credentials.onVoided(new ReopenOffer(slips, clock, needs.audit()));
        holders.withdrawals(withdraw::possibleUntil);
        platform.jobs().every("expire-offers", Duration.ofMinutes(10), expire::run);
        this.resources = List.of(
                new OfferPages(platform, offers, change, new OfferView(platform, credentials.credentials())),
                new OfferFormPages(platform, achievements, people, offer, credentials.compose()),
                new SlipPages(platform, offers, change, organisations, sessions),
                new ClaimPages(platform, claim, sessions),
                new AnswerPages(platform, offers, organisations, accept, refuse),
                new CardPages(platform, offers, card, credentials.issue(), credentials.credentials(), sessions),
                new WithdrawPages(platform, withdraw));
    }

    public Offers offers() {
        return offers;
    }

    public OfferBadge offer() {
        return offer;
    }

    public ChangeOffer change() {
        return change;
    }

    public ExpireOffers expire() {
        return expire;
    }

    public OpenClaim claim() {
        return claim;
    }

    public AcceptOffer accept() {
        return accept;
    }

    public RefuseOffer refuse() {
        return refuse;
    }

    public GiveCard card() {
        return card;
    }

    public WithdrawAcceptance withdraw() {
        return withdraw;
    }

    public List<Object> resources() {
        return resources;
    }
}
