package fr.badgesiae.api.bulk;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.bulk.ceremony.CeremonyAudit;
import fr.badgesiae.api.bulk.ceremony.CeremonyDao;
import fr.badgesiae.api.bulk.ceremony.CeremonyModule;
import fr.badgesiae.api.bulk.content.RunAudit;
import fr.badgesiae.api.bulk.life.LifePages;
import fr.badgesiae.api.bulk.offers.SeveralOffersPages;
import fr.badgesiae.api.bulk.personal.RunPersonalData;
import fr.badgesiae.api.bulk.run.AwardRunModule;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.edition.EditionModule;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.offer.follow.FollowPages;
import fr.badgesiae.api.offer.follow.NoteStep;
import fr.badgesiae.api.offer.follow.ProlongOffer;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.todo.OpenWork;
import fr.badgesiae.api.platform.todo.Todo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Acts of a desk for many people at once. */
public final class BulkModule implements Feature {
    /** Drafts with people in them, by members who may not make the offers. */
    private static final String PREPARED = """
            SELECT count(*) FROM award_run r
            JOIN membership m ON m.account_id = r.created_by AND m.organisation_id = r.organisation_id
            WHERE r.organisation_id = :organisation AND r.state = 'DRAFT'
              AND EXISTS (SELECT FROM award_run_person p WHERE p.run_id = r.id)
              AND CASE WHEN m.rights IS NULL THEN m.role = 'EVALUATOR' ELSE 'AWARD' <> ALL (m.rights) END
            """;

    private static final String UNFINISHED = """
             FROM award_run r
            WHERE r.organisation_id = :organisation AND :member IN (r.created_by, r.started_by) AND r.state <> 'DONE'
            """;

    private final SlipSheetPages sheets;
    private final AwardRunModule runs;
    private final CeremonyModule ceremonies;
    private final LifePages life;
    private final FollowPages follow;
    private final SeveralOffersPages several;

    public BulkModule(
            Platform platform,
            Organisations organisations,
            Achievements achievements,
            CredentialModule credentials,
            EditionModule editions,
            OfferModule offers) {
        this.sheets = new SlipSheetPages(
                platform,
                new ListSlips(platform, organisations),
                new PrintSlips(platform, organisations, offers.slips()));
        this.runs = new AwardRunModule(platform, organisations, achievements, offers);
        this.ceremonies = new CeremonyModule(platform, organisations);
        this.life = LifePages.of(platform, credentials, editions, offers);
        ProlongOffer prolong = new ProlongOffer(platform, organisations);
        this.follow = new FollowPages(platform, offers.show(), prolong, new NoteStep(platform, organisations));
        this.several = SeveralOffersPages.of(platform, prolong, offers);
    }

    /** Runs, for features that prepare one. */
    public AwardRunModule runs() {
        return runs;
    }

    /** Days on which badges are given. */
    public CeremonyModule ceremonies() {
        return ceremonies;
    }

    @Override
    public List<Object> resources() {
        return Stream.of(List.<Object>of(sheets, life, follow, several), runs.resources(), ceremonies.resources())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Job> jobs() {
        return Stream.concat(runs.jobs().stream(), ceremonies.jobs().stream()).toList();
    }

    @Override
    public List<Todo> todos() {
        return List.of(
                new Todo(
                        Todo.Urgency.NOW,
                        5,
                        Permission.AWARD,
                        "bulk.todo.ceremony",
                        "/app/ceremonies/back",
                        CeremonyDao.TODAY),
                new Todo(Todo.Urgency.SOON, 12, Permission.AWARD, "bulk.todo.prepared", "/app/award-runs", PREPARED));
    }

    @Override
    public List<OpenWork> openWork() {
        return List.of(new OpenWork("bulk.open-work", "SELECT count(*)" + UNFINISHED, """
                UPDATE award_run
                SET created_by = CASE WHEN created_by = :member THEN :taker ELSE created_by END,
                    started_by = CASE WHEN started_by = :member THEN :taker ELSE started_by END
                WHERE id IN (SELECT r.id""" + UNFINISHED + ")"));
    }

    @Override
    public List<MergedTable> mergedTables() {
        return List.of(RunPersonalData.merged());
    }

    @Override
    public PersonalData personalData() {
        return RunPersonalData.tables();
    }

    @Override
    public Map<String, String> sections() {
        return Map.of("/app/award-runs", "/app/offers", "/app/slips", "/app/offers", "/app/ceremonies", "/app/offers");
    }

    @Override
    public List<AuditCode> auditCodes() {
        return Stream.<AuditCode>concat(Stream.of(RunAudit.values()), Stream.of(CeremonyAudit.values()))
                .toList();
    }
}
