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
import fr.badgesiae.api.holder.badge.ListBadges;
import fr.badgesiae.api.holder.badge.PreviewPages;
import fr.badgesiae.api.holder.badge.ShowBadge;
import fr.badgesiae.api.holder.badge.SpacePages;
import fr.badgesiae.api.holder.badge.Withdrawals;
import fr.badgesiae.api.holder.imported.DropPendingImports;
import fr.badgesiae.api.holder.imported.FindImported;
import fr.badgesiae.api.holder.imported.ImportPages;
import fr.badgesiae.api.holder.imported.ImportSeal;
import fr.badgesiae.api.holder.imported.ImportedAudit;
import fr.badgesiae.api.holder.imported.ImportedBadgePages;
import fr.badgesiae.api.holder.imported.KeepBadge;
import fr.badgesiae.api.holder.imported.LastReports;
import fr.badgesiae.api.holder.imported.ListImported;
import fr.badgesiae.api.holder.imported.OpenedImports;
import fr.badgesiae.api.holder.imported.RemoveBadge;
import fr.badgesiae.api.holder.imported.ShowImported;
import fr.badgesiae.api.holder.imported.SubmitBadge;
import fr.badgesiae.api.holder.personal.ImportedPersonalData;
import fr.badgesiae.api.holder.portfolio.ListShareable;
import fr.badgesiae.api.holder.portfolio.MakePortfolio;
import fr.badgesiae.api.holder.portfolio.PortfolioLinkPages;
import fr.badgesiae.api.holder.portfolio.PortfolioPages;
import fr.badgesiae.api.holder.portfolio.ShowPortfolio;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.EntryPoint;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.share.ShareModule;
import fr.badgesiae.api.verification.VerificationModule;
import java.time.Clock;
import java.time.Duration;
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
    private final OpenSpace space;
    private final ImportSeal seal;
    private final DropPendingImports dropImports;
    private final List<Object> resources;
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
        this.space = new OpenSpace(platform, visits, sessions);
        this.check = new PinCheck(platform);
        SpaceNotices notices = new SpaceNotices(clock, RecoveryCards.WAIT);
        ShowNotice notice = new ShowNotice(database, notices);
        Withdrawals later = (handle, holder, credential) -> withdrawals.possibleUntil(handle, holder, credential);
        ShowBadge showBadge = new ShowBadge(database, clock, share.links(), later);
        this.seal = new ImportSeal(platform.vault());
        this.dropImports = new DropPendingImports(platform);
        LastReports reports = new LastReports(clock);
        FindImported findImported = new FindImported(database, seal);
        this.resources = List.of(
                new OpenSpacePages(
                        platform,
                        space,
                        notice,
                        new AnswerWithFormerCard(database, sessions, clock, platform.audit(), RecoveryCards.WAIT),
                        sessions),
                new NoticePages(
                        platform,
                        notice,
                        new ObjectToReopening(database, sessions, clock, platform.audit(), RecoveryCards.WAIT)),
                new VisitPages(platform, new ListVisits(database)),
                new SpacePages(
                        platform, new ListBadges(database, clock, notices), share.hideEverything(), share.showAgain()),
                new ImportPages(
                        platform,
                        new ListImported(database, seal),
                        new SubmitBadge(platform, verification.verifyToKeep(), seal, reports),
                        verification.reports()),
                new ImportedBadgePages(
                        platform,
                        findImported,
                        new ShowImported(platform, findImported, verification.verifyToKeep(), seal, reports),
                        new KeepBadge(platform),
                        new RemoveBadge(platform),
                        verification.reports()),
                new BadgePages(platform, showBadge, new FindSuccessor(database), share.share()),
                new PreviewPages(platform, showBadge, share.showIssuer()),
                new CopyPages(platform, new FindCopy(database), withdrawCopy),
                new BadgeFiles(new DownloadBadge(database), bake),
                new PortfolioPages(
                        platform,
                        new ListShareable(database, clock, share.links()),
                        new MakePortfolio(platform, share.links(), share.editions())),
                new PortfolioLinkPages(platform, new ShowPortfolio(database, share.links()), share),
                new PinAndCardPages(
                        platform,
                        new ChangePin(database, platform.passwords(), check, sessions, platform.audit()),
                        new ShowCard(database, cards),
                        new ReplaceCard(database, check, cards, sessions)));
        this.forget = new ForgetShownCards(database, clock);
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

    public OpenSpace space() {
        return space;
    }

    /** Registers the deadlines of withdrawals; before the first request. */
    public void withdrawals(Withdrawals known) {
        withdrawals = known;
    }

    @Override
    public List<Job> jobs() {
        return List.of(
                Job.onOneNode("forget-shown-cards", Duration.ofHours(1), forget::apply),
                Job.onOneNode("drop-pending-imports", Duration.ofHours(1), dropImports::apply));
    }

    @Override
    public Map<EntryPoint, String> entryPoints() {
        return Map.of(EntryPoint.HOLDER, "/me/open");
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/me/open/{code}");
    }

    @Override
    public PersonalData personalData() {
        return new ImportedPersonalData(new OpenedImports(seal));
    }

    @Override
    public List<AuditCode> auditCodes() {
        return Stream.<AuditCode[]>of(HolderAudit.values(), AnswerAudit.values(), ImportedAudit.values())
                .<AuditCode>flatMap(Stream::of)
                .toList();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
