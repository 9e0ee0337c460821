package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.holder.contact.ContactNotices;
import fr.badgesiae.api.offer.asked.AskedBadges;
import fr.badgesiae.api.offer.personal.OfferPersonalData;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.notice.RecordNotice;
import fr.badgesiae.api.person.notice.ShowNotice;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.search.SearchPart;
import fr.badgesiae.api.platform.todo.OpenWork;
import fr.badgesiae.api.platform.todo.Todo;
import java.time.Duration;
import java.util.List;

/** Offers and their slips. */
public final class OfferModule implements Feature {
    /**
     * By the code of the slip, or by the name of the person or of the badge: the newest offers to the first people of that name, and
     * those of each badge.
     */
    private static final String SEARCH = """
            SELECT json_agg(found) FROM (
                SELECT o.id, w.first_name || ' ' || w.last_name || ' – ' || (v.content ->> 'name') AS name,
                       lower(o.state) AS detail
                FROM offer o
                JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id
                JOIN achievement_version v ON v.id = o.achievement_version_id AND v.organisation_id = o.organisation_id
                WHERE o.organisation_id = :organisation AND o.id = ANY (ARRAY(
                    SELECT c.id FROM offer c WHERE c.code_lookup = :lookup
                    UNION ALL
                    SELECT n.id
                    FROM page_of_workers(:words, '', '', '00000000-0000-0000-0000-000000000000', 50) page
                    CROSS JOIN LATERAL (
                        SELECT p.id FROM offer p WHERE p.worker_id = page.worker_id
                        ORDER BY p.created_at DESC LIMIT :most) n
                    UNION ALL
                    SELECT n.id
                    FROM achievement_version named
                    CROSS JOIN LATERAL (
                        SELECT p.id FROM offer p WHERE p.achievement_version_id = named.id
                        ORDER BY p.created_at DESC, p.id DESC LIMIT :most) n
                    WHERE named.organisation_id = :organisation
                      AND strpos(folded(named.content ->> 'name'), folded(:words)) > 0))
                ORDER BY o.created_at DESC, o.id DESC
                LIMIT :most) found
            """;

    /** The offers that a member follows and that wait for an answer or a correction. */
    private static final String FOLLOWED = """

            WHERE organisation_id = :organisation AND coalesce(followed_by, offered_by) = :member
              AND state IN ('OFFERED', 'DISPUTED')
            """;

    /** Of an organisation, for its work list. */
    private static final String COUNT = "SELECT count(*) FROM offer o WHERE o.organisation_id = :organisation AND ";

    /** One while the organisation has offered nothing. */
    private static final String NONE_YET = """
            SELECT CASE WHEN EXISTS (SELECT FROM offer o WHERE o.organisation_id = :organisation) THEN 0 ELSE 1 END
            """;

    private final AskedBadges asked = new AskedBadges();
    private final Offers offers;
    private final Slips slips;
    private final OfferBadge offer;
    private final PreviewOffer preview;
    private final PrintSlip print;
    private final ReissueOffer reissue;
    private final CorrectOffer correct;
    private final CancelOffer cancel;
    private final ShowOffer show;
    private final ExpireOffers expire;
    private final HandOverDevice handOver;
    private final List<Object> resources;

    public OfferModule(
            Platform platform,
            Organisations organisations,
            Achievements achievements,
            People people,
            CredentialModule credentials,
            ContactNotices notices,
            Sessions sessions) {
        this.slips = new Slips(platform.vault(), platform.passwords(), platform.ids());
        this.offers = new Offers(platform, organisations, achievements, people, slips, notices, asked);
        this.offer = new OfferBadge(platform, offers, slips);
        this.preview = new PreviewOffer(platform, organisations, offers, credentials.compose());
        this.print = new PrintSlip(platform, organisations, offers, slips);
        this.reissue = new ReissueOffer(platform, offers, slips);
        this.correct = new CorrectOffer(platform, offers, slips);
        this.cancel = new CancelOffer(platform, offers);
        this.expire = new ExpireOffers(platform.database(), platform.clock(), platform.audit());
        this.handOver = new HandOverDevice(platform, organisations, offers);
        this.show = new ShowOffer(platform.database(), offers, credentials.credentials(), platform.clock());
        this.resources = List.of(
                new OfferPages(
                        platform,
                        new ListOffers(platform.database(), platform.clock(), ListOffers.PAGE),
                        new SearchOffers(platform.database(), platform.clock()),
                        show),
                new OfferFormPages(
                        platform,
                        new ListOfferChoices(platform.database(), organisations),
                        preview,
                        offer,
                        new RecordNotice(platform, organisations),
                        asked),
                new OfferChangePages(platform, show, cancel, reissue, correct),
                new SlipPages(platform, print, new ShowNotice(platform, people, organisations), handOver, sessions));
    }

    /** Registers who asks for badges. */
    public AskedBadges asked() {
        return asked;
    }

    public Offers offers() {
        return offers;
    }

    public Slips slips() {
        return slips;
    }

    public PreviewOffer preview() {
        return preview;
    }

    public OfferBadge offer() {
        return offer;
    }

    public PrintSlip print() {
        return print;
    }

    public ReissueOffer reissue() {
        return reissue;
    }

    public CorrectOffer correct() {
        return correct;
    }

    public CancelOffer cancel() {
        return cancel;
    }

    public ShowOffer show() {
        return show;
    }

    public HandOverDevice handOver() {
        return handOver;
    }

    public ExpireOffers expire() {
        return expire;
    }

    /** Those of one person, for their page. */
    public byte[] lookup(Code code) {
        return slips.lookup(code);
    }

    public PersonPart ofPerson() {
        return new ListOffers.OfPerson();
    }

    @Override
    public List<Job> jobs() {
        return List.of(Job.onOneNode("expire-offers", Duration.ofMinutes(10), expire::apply));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of(50, Permission.WORKER_NAMES, "/app/offers", "award", "common.nav.offers"));
    }

    @Override
    public List<Todo> todos() {
        return List.of(
                todo(Todo.Urgency.NOW, 10, "award.todo.disputed", ListOffers.Part.DISPUTED),
                todo(Todo.Urgency.NOW, 20, "award.todo.locked", ListOffers.Part.LOCKED),
                todo(Todo.Urgency.SOON, 10, "award.todo.waiting", ListOffers.Part.WAITING),
                new Todo(
                        Todo.Urgency.FIRST_STEP,
                        30,
                        Permission.AWARD,
                        "award.todo.first",
                        "/app/offers/new",
                        NONE_YET));
    }

    @Override
    public List<OpenWork> openWork() {
        return List.of(new OpenWork("award.open-work", "SELECT count(*) FROM offer" + FOLLOWED, """
                UPDATE offer SET followed_by = :taker""" + FOLLOWED));
    }

    private static Todo todo(Todo.Urgency urgency, int position, String key, ListOffers.Part part) {
        return new Todo(
                urgency, position, Permission.AWARD, key, "/app/offers?state=" + part.word(), COUNT + part.condition());
    }

    @Override
    public List<MergedTable> mergedTables() {
        return List.of(MergedTable.moved("offer", "offers"));
    }

    @Override
    public List<SearchPart> searchParts() {
        return List.of(new SearchPart(
                30,
                Permission.WORKER_NAMES,
                "search.part.offers",
                SEARCH,
                "/app/offers/{id}",
                "award.state.",
                "/app/offers/search",
                true));
    }

    @Override
    public PersonalData personalData() {
        return OfferPersonalData.tables();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(OfferAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
