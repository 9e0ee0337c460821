package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Offers and their slips. */
public final class OfferModule implements Feature {
    private final Offers offers;
    private final Slips slips;
    private final OfferBadge offer;
    private final ChangeOffer change;
    private final ReopenOffer reopen;
    private final ExpireOffers expire;
    private final List<Object> resources;

    public OfferModule(
            Platform platform,
            Organisations organisations,
            Achievements achievements,
            People people,
            CredentialModule credentials,
            Sessions sessions) {
        OfferDependencies needs = new OfferDependencies(
                platform.database(),
                platform.ids(),
                platform.clock(),
                platform.audit(),
                organisations,
                achievements,
                people);
        Clock clock = platform.clock();
        this.slips = new Slips(platform.vault(), platform.passwords(), platform.ids());
        this.offers = new Offers(achievements, people);
        this.offer = new OfferBadge(needs, slips);
        this.change = new ChangeOffer(needs, offers, slips);
        this.reopen = new ReopenOffer(slips, clock, needs.audit());
        this.expire = new ExpireOffers(needs.database(), clock, needs.audit());
        this.resources = List.of(
                new OfferPages(platform, offers, change, new OfferView(platform, credentials.credentials())),
                new OfferFormPages(platform, achievements, people, offer, credentials.compose()),
                new SlipPages(platform, offers, change, organisations, sessions));
    }

    public Offers offers() {
        return offers;
    }

    public Slips slips() {
        return slips;
    }

    public OfferBadge offer() {
        return offer;
    }

    public ChangeOffer change() {
        return change;
    }

    public ReopenOffer reopen() {
        return reopen;
    }

    public ExpireOffers expire() {
        return expire;
    }

    @Override
    public List<Job> jobs() {
        return List.of(Job.onOneNode("expire-offers", Duration.ofMinutes(10), expire::run));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of(50, Permission.DESK, "/app/offers", "award", "common.nav.offers"));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
