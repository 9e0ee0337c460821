package fr.badgesiae.api.bulk;

import fr.badgesiae.api.achievement.Achievements;
import fr.badgesiae.api.bulk.life.LifePages;
import fr.badgesiae.api.bulk.personal.RunPersonalData;
import fr.badgesiae.api.bulk.run.AwardRunModule;
import fr.badgesiae.api.bulk.run.RunAudit;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.edition.EditionModule;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.PersonalData;
import java.util.List;
import java.util.stream.Stream;

/** Acts of a desk for many people at once. */
public final class BulkModule implements Feature {
    private final SlipSheetPages sheets;
    private final AwardRunModule runs;
    private final LifePages life;

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
        this.life = LifePages.of(platform, credentials, editions, offers);
    }

    @Override
    public List<Object> resources() {
        return Stream.concat(Stream.of(sheets, life), runs.resources().stream()).toList();
    }

    @Override
    public List<Job> jobs() {
        return runs.jobs();
    }

    @Override
    public PersonalData personalData() {
        return RunPersonalData.tables();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(RunAudit.values());
    }
}
