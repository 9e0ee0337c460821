package fr.badgesiae.api.holder;

import fr.badgesiae.api.document.BakeBadge;
import fr.badgesiae.api.edition.WithdrawCopy;
import fr.badgesiae.api.holder.access.AnswerAudit;
import fr.badgesiae.api.holder.access.AnswerWithFormerCard;
import fr.badgesiae.api.holder.access.NoticePages;
import fr.badgesiae.api.holder.access.ObjectToReopening;
import fr.badgesiae.api.holder.access.ShowNotice;
import fr.badgesiae.api.holder.access.SpaceNotices;
import fr.badgesiae.api.holder.badge.BadgeFiles;
import fr.badgesiae.api.holder.badge.BadgePages;
import fr.badgesiae.api.holder.badge.CopyPages;
import fr.badgesiae.api.holder.badge.DownloadBadge;
import fr.badgesiae.api.holder.badge.FindCopy;
import fr.badgesiae.api.holder.badge.FindSuccessor;
import fr.badgesiae.api.holder.badge.FormerBadgeFilter;
import fr.badgesiae.api.holder.badge.ListBadges;
import fr.badgesiae.api.holder.badge.PreviewPages;
import fr.badgesiae.api.holder.badge.ShowBadge;
import fr.badgesiae.api.holder.badge.SpacePages;
import fr.badgesiae.api.holder.badge.Withdrawals;
import fr.badgesiae.api.holder.contact.ContactAudit;
import fr.badgesiae.api.holder.contact.ContactNotices;
import fr.badgesiae.api.holder.contact.ContactParts;
import fr.badgesiae.api.holder.imported.ImportedAudit;
import fr.badgesiae.api.holder.imported.ImportedParts;
import fr.badgesiae.api.holder.imported.MoveImports;
import fr.badgesiae.api.holder.personal.ImportedPersonalData;
import fr.badgesiae.api.holder.phone.HolderPhones;
import fr.badgesiae.api.holder.phone.PhoneAudit;
import fr.badgesiae.api.holder.phone.PinProof;
import fr.badgesiae.api.holder.portfolio.ListShareable;
import fr.badgesiae.api.holder.portfolio.MakePortfolio;
import fr.badgesiae.api.holder.portfolio.PortfolioLinkPages;
import fr.badgesiae.api.holder.portfolio.PortfolioPages;
import fr.badgesiae.api.holder.portfolio.ShowPortfolio;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.EntryPoint;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.JoinedPersonalData;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.share.ShareModule;
import fr.badgesiae.api.verification.VerificationModule;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Wires the holder's space. */
public final class HolderModule implements Feature {
    private final ForgetShownCards forget;
    private final RecoveryCards cards;
    private final PinCheck check;
    private final Visits visits;
    private final ProveCard prove;
    private final OpenSpace space;
    private final ContactParts contacts;
    private final ImportedParts imported;
    private final List<Object> resources;
    private final List<AuditCode> codes = new ArrayList<>();
    private final HolderPhones phones;
    private volatile Withdrawals withdrawals = (handle, holder, credential) -> Optional.empty();

    public HolderModule(
            Platform platform,
            VerificationModule verification,
            ShareModule share,
            WithdrawCopy withdrawCopy,
            BakeBadge bake,
            Sessions sessions) {
        Database database = platform.database();
        Clock clock = platform.clock();
        this.cards = new RecoveryCards(platform.vault(), platform.ids(), clock, platform.audit());
        this.visits = new Visits(platform.ids(), clock, platform.audit());
        this.prove = new ProveCard(platform, visits);
        this.space = new OpenSpace(prove, visits, sessions);
        this.check = new PinCheck(platform);
        this.contacts = new ContactParts(platform);
        SpaceNotices notices = new SpaceNotices(clock, RecoveryCards.WAIT);
        ShowNotice notice = new ShowNotice(database, notices);
        Withdrawals later = (handle, holder, credential) -> withdrawals.possibleUntil(handle, holder, credential);
        ShowBadge showBadge = new ShowBadge(database, clock, share.links(), later);
        FindSuccessor successor = new FindSuccessor(database);
        OpenSpacePages open = new OpenSpacePages(
                platform,
                space,
                notice,
                new AnswerWithFormerCard(database, sessions, clock, platform.audit(), RecoveryCards.WAIT),
                sessions);
        this.phones = new HolderPhones(platform, visits, this::compare, open, sessions, contacts.notices());
        this.resources = new ArrayList<>(List.of(
                open,
                new NoticePages(
                        platform,
                        notice,
                        new ObjectToReopening(database, sessions, clock, platform.audit(), RecoveryCards.WAIT)),
                new VisitPages(platform, new ListVisits(database)),
                new SpacePages(
                        platform, new ListBadges(database, clock, notices), share.hideEverything(), share.showAgain()),
                new FormerBadgeFilter(platform.pages(), successor),
                new BadgePages(platform, showBadge, successor, share.share()),
                new PreviewPages(platform, showBadge, successor, share.showIssuer()),
                new CopyPages(platform, new FindCopy(database), withdrawCopy),
                new BadgeFiles(new DownloadBadge(database), bake),
                new PortfolioPages(
                        platform,
                        new ListShareable(database, clock, share.links()),
                        new MakePortfolio(platform, share.links(), share.editions())),
                new PortfolioLinkPages(
                        platform, new ShowPortfolio(database, share.links()), share.forms(), share.words()),
                new PinAndCardPages(
                        platform,
                        new ChangePin(database, platform.passwords(), check, sessions, platform.audit()),
                        new ShowCard(database, cards, phones.count()),
                        new ReplaceCard(database, check, cards, sessions),
                        phones.count())));
        resources.addAll(contacts.resources());
        resources.addAll(phones.resources());
        this.imported = new ImportedParts(platform, verification);
        resources.addAll(imported.resources());
        this.forget = new ForgetShownCards(database, clock);
    }

    private PinProof.Compared compare(HolderId holder, String pin) {
        PinCheck.Compared compared = check.compare(holder, pin);
        PinProof.Result result = switch (compared.result()) {
            case MATCHES -> PinProof.Result.MATCHES;
            case WRONG -> PinProof.Result.WRONG;
            case LATER -> PinProof.Result.LATER;
        };
        return new PinProof.Compared(result, handle -> compared.isInForce(handle, holder));
    }

    public RecoveryCards cards() {
        return cards;
    }

    /** Compares a PIN before an act that cannot be undone. */
    public PinCheck pinCheck() {
        return check;
    }

    public Visits visits() {
        return visits;
    }

    /** Names badges from elsewhere for another space. */
    public MoveImports moveImports() {
        return imported.move();
    }

    /** Checks a card wherever it is typed. */
    public ProveCard proveCard() {
        return prove;
    }

    public OpenSpace space() {
        return space;
    }

    /** Adds a room that builds on this one; before the first request. */
    public void add(List<Object> pages, List<? extends AuditCode> written) {
        resources.addAll(pages);
        codes.addAll(written);
    }

    /** Tells holders, where they gave an address, what others do. */
    public ContactNotices notices() {
        return contacts.notices();
    }

    /** Registers the deadlines of withdrawals; before the first request. */
    public void withdrawals(Withdrawals known) {
        withdrawals = known;
    }

    @Override
    public List<Job> jobs() {
        return List.of(
                Job.onOneNode("forget-shown-cards", Duration.ofHours(1), forget::apply),
                contacts.job(),
                phones.forgetChallenges(),
                imported.job());
    }

    @Override
    public Map<EntryPoint, String> entryPoints() {
        return Map.of(EntryPoint.HOLDER, "/me/open");
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/me/open/{code}", "/contacts/{token}");
    }

    @Override
    public PersonalData personalData() {
        return new JoinedPersonalData(List.of(new ImportedPersonalData(imported.opened()), contacts.personalData()));
    }

    @Override
    public List<AuditCode> auditCodes() {
        return Stream.of(
                        List.of(HolderAudit.values()),
                        List.of(AnswerAudit.values()),
                        List.of(ContactAudit.values()),
                        List.of(PhoneAudit.values()),
                        List.of(ImportedAudit.values()),
                        codes)
                .<AuditCode>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
