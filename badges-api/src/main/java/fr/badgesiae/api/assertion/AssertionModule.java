package fr.badgesiae.api.assertion;

import fr.badgesiae.api.achievement.FindPublished;
import fr.badgesiae.api.assertion.personal.AssertionPersonalData;
import fr.badgesiae.api.document.BakeBadge;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.verifier.BadgeVerifier;
import java.util.List;

/** Wires public badges in the form of Open Badges 2.0. */
public final class AssertionModule implements Feature {
    private final PublishedBadges published;
    private final PublishBadge publish;
    private final WithdrawPublicBadge withdraw;
    private final List<Object> resources;

    /** @param verifier the verifier of all badges */
    public AssertionModule(
            Platform platform,
            Organisations organisations,
            KeysModule keys,
            FindPublished achievements,
            BakeBadge bake,
            BadgeVerifier verifier) {
        Ob2Addresses addresses = new Ob2Addresses(platform.settings());
        Ob2Documents documents = new Ob2Documents(addresses);
        this.published = new PublishedBadges(
                platform.settings(), platform.database(), keys.rsaKeys(), organisations, achievements, documents);
        this.publish = new PublishBadge(platform, keys.signingKeys(), documents, addresses, published, verifier);
        this.withdraw = new WithdrawPublicBadge(platform.database(), platform.audit());
        this.resources = List.of(
                new Ob2Resource(published, bake),
                new PublicBadgePages(
                        platform, new ShowPublicBadge(platform.database(), platform.clock()), publish, withdraw),
                new AllPublicBadgePages(
                        platform,
                        new ListPublicBadges(platform.database()),
                        new WithdrawPublicBadges(platform.database(), platform.audit())));
    }

    public PublishBadge publish() {
        return publish;
    }

    public WithdrawPublicBadge withdraw() {
        return withdraw;
    }

    @Override
    public DocumentSource documents() {
        return published;
    }

    @Override
    public PersonalData personalData() {
        return AssertionPersonalData.tables();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(AssertionAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
