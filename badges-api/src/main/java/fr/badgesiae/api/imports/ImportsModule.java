package fr.badgesiae.api.imports;

import fr.badgesiae.api.imports.personal.ImportPersonalData;
import fr.badgesiae.api.imports.run.CheckList;
import fr.badgesiae.api.imports.run.ImportAudit;
import fr.badgesiae.api.imports.run.ImportRunModule;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.PersonalData;
import java.util.List;
import java.util.Map;

/** Lists of people that an organisation brings. */
public final class ImportsModule implements Feature {
    private final ImportRunModule runs;

    public ImportsModule(Platform platform) {
        this.runs = new ImportRunModule(platform);
    }

    /** For lists of a demonstration. */
    public CheckList checkList() {
        return runs.checkList();
    }

    @Override
    public List<Object> resources() {
        return runs.resources();
    }

    @Override
    public List<Job> jobs() {
        return runs.jobs();
    }

    @Override
    public PersonalData personalData() {
        return ImportPersonalData.tables();
    }

    @Override
    public Map<String, String> sections() {
        return Map.of("/app/imports", "/app/workers");
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(ImportAudit.values());
    }
}
