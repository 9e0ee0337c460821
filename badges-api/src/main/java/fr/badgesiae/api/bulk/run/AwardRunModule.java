package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.jobs.Job;
import java.time.Duration;
import java.util.List;

/** The parts of runs. */
public final class AwardRunModule {
    private final CreateRun create;
    private final ChoosePeople choose;
    private final WriteRun write;
    private final List<Object> resources;
    private final DropRuns drop;
    private final GoOnWithRuns goOn;

    public AwardRunModule(
            Platform platform, Organisations organisations, Achievements achievements, OfferModule offers) {
        AwardRuns runs = new AwardRuns(achievements, platform.clock());
        this.create = new CreateRun(platform, organisations, achievements);
        this.choose = new ChoosePeople(platform, runs);
        this.write = new WriteRun(platform, runs);
        ShowRun show = new ShowRun(platform.database(), runs);
        OfferToAll all = new OfferToAll(
                platform, organisations, runs, new OfferToOne(platform, runs, offers.offers(), offers.slips()));
        this.drop = new DropRuns(platform.database(), platform.clock());
        this.goOn = new GoOnWithRuns(platform.database(), platform.clock(), all);
        this.resources = List.of(
                new AwardRunPages(
                        platform,
                        new ListRuns(platform.database(), achievements),
                        create,
                        new DiscardRun(platform, runs),
                        show,
                        all,
                        new StopRun(platform, runs)),
                new RunPeoplePages(platform, new ListCandidates(platform, runs), choose),
                new RunTextPages(platform, show, write, new RenewRun(platform, runs)),
                new RunPreviewPages(
                        platform,
                        new PreviewRun(platform, runs),
                        new PreviewRunPerson(platform.database(), runs, offers.preview()),
                        new StartRun(platform, organisations, runs),
                        all));
    }

    public CreateRun create() {
        return create;
    }

    public ChoosePeople choose() {
        return choose;
    }

    public WriteRun write() {
        return write;
    }

    public List<Object> resources() {
        return resources;
    }

    public List<Job> jobs() {
        return List.of(
                Job.onOneNode("drop-award-runs", Duration.ofHours(6), drop::apply),
                Job.onEachNode("award-runs", Duration.ofMinutes(1), goOn::apply));
    }
}
