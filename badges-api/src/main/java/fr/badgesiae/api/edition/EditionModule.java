package fr.badgesiae.api.edition;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.credential.batch.IssueCredentials;
import fr.badgesiae.api.edition.pause.PauseAudit;
import fr.badgesiae.api.edition.pause.PauseBadge;
import fr.badgesiae.api.edition.pause.PauseListener;
import fr.badgesiae.api.edition.pause.PausePages;
import fr.badgesiae.api.edition.pause.ResumeBadge;
import fr.badgesiae.api.edition.text.ReplaceText;
import fr.badgesiae.api.edition.text.TextAudit;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.statuslist.StatusListModule;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Editions: what a holder chooses to show, signed on demand; and pauses of all editions of a badge. */
public final class EditionModule implements Feature {
    private final SignEdition sign;
    private final WithdrawCopy withdraw;
    private final ReissueBadges reissue;
    private final PauseBadge pause;
    private final ResumeBadge resume;
    private final ReplaceText replaceText;
    private final List<PauseListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Object> resources;

    public EditionModule(
            Platform platform,
            Organisations organisations,
            Achievements achievements,
            People people,
            CredentialModule credentials,
            IssueCredentials issue,
            StatusListModule lists) {
        this.sign = new SignEdition(
                platform.database(),
                achievements,
                people,
                credentials.prepareCredential(),
                credentials.issue(),
                credentials.finishCredential(),
                platform.clock());
        this.reissue =
                new ReissueBadges(achievements, people, credentials.prepareCredential(), issue, platform.clock());
        this.replaceText =
                new ReplaceText(platform, organisations, achievements, people, credentials.prepareCredential(), issue);
        this.withdraw = new WithdrawCopy(platform.database(), lists.statusLists(), platform.clock(), platform.audit());
        this.pause =
                new PauseBadge(platform.database(), lists.statusLists(), platform.clock(), platform.audit(), listeners);
        this.resume = new ResumeBadge(
                platform.database(),
                achievements,
                people,
                credentials.prepareCredential(),
                issue,
                platform.clock(),
                platform.audit(),
                listeners);
        this.resources = List.of(new PausePages(platform.pages(), credentials.showCredential(), pause, resume));
    }

    public SignEdition sign() {
        return sign;
    }

    public WithdrawCopy withdrawCopy() {
        return withdraw;
    }

    /** Signs badges again under a corrected name. */
    public ReissueBadges reissue() {
        return reissue;
    }

    /** Pauses a badge in all its editions. */
    public PauseBadge pause() {
        return pause;
    }

    /** Has a paused badge signed again. */
    public ResumeBadge resume() {
        return resume;
    }

    /** Has a badge in force signed again in the newest version of its text. */
    public ReplaceText replaceText() {
        return replaceText;
    }

    /** Registers a listener for badges that an organisation pauses or resumes; before the first request. */
    public void onPaused(PauseListener listener) {
        listeners.add(listener);
    }

    @Override
    public List<AuditCode> auditCodes() {
        return Stream.<AuditCode[]>of(EditionAudit.values(), PauseAudit.values(), TextAudit.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    /** Of pauses alone: a choice is made where a badge is shared. */
    @Override
    public List<Object> resources() {
        return resources;
    }
}
