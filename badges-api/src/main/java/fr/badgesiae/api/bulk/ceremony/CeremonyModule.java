package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.jobs.Job;
import java.time.Duration;
import java.util.List;

/** The parts of ceremonies. */
public final class CeremonyModule {
    private final PlanCeremony plan;
    private final ChooseGuests guests;
    private final List<Object> resources;
    private final DropCeremonies drop;

    public CeremonyModule(Platform platform, Organisations organisations) {
        ShowCeremony show = new ShowCeremony(platform);
        this.plan = new PlanCeremony(platform, organisations);
        this.guests = new ChooseGuests(platform);
        this.drop = new DropCeremonies(platform.database(), platform.clock());
        this.resources = List.of(
                new CeremonyPages(
                        platform,
                        new ListCeremonies(platform),
                        new FindCeremonyOfToday(platform),
                        plan,
                        show,
                        new CallRoll(platform)),
                new CeremonyChangePages(
                        platform, show, new ListOpenOffers(platform), guests, new ChangeCeremony(platform)));
    }

    public PlanCeremony plan() {
        return plan;
    }

    public ChooseGuests guests() {
        return guests;
    }

    public List<Object> resources() {
        return resources;
    }

    public List<Job> jobs() {
        return List.of(Job.onOneNode("drop-ceremonies", Duration.ofHours(6), drop::apply));
    }
}
