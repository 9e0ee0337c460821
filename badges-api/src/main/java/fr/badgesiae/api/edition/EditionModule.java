package fr.badgesiae.api.edition;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.statuslist.StatusListModule;
import java.util.List;

/** Editions: what a holder chooses to show, signed on demand. */
public final class EditionModule implements Feature {
    private final SignEdition sign;
    private final WithdrawCopy withdraw;
    private final ReissueBadges reissue;

    public EditionModule(
            Platform platform,
            Achievements achievements,
            People people,
            CredentialModule credentials,
            StatusListModule lists) {
        this.sign = new SignEdition(
                platform.database(),
                achievements,
                people,
                credentials.prepareCredential(),
                credentials.issue(),
                credentials.finishCredential(),
                platform.clock());
        this.reissue = new ReissueBadges(
                achievements, people, credentials.prepareCredential(), credentials.issue(), platform.clock());
        this.withdraw = new WithdrawCopy(platform.database(), lists.statusLists(), platform.clock(), platform.audit());
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

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(EditionAudit.values());
    }

    /** None: a choice is made where a badge is shared. */
    @Override
    public List<Object> resources() {
        return List.of();
    }
}
