package fr.badgesiae.api.imports;

import fr.badgesiae.api.imports.personal.ImportPersonalData;
import fr.badgesiae.api.imports.run.CheckList;
import fr.badgesiae.api.imports.run.ImportAudit;
import fr.badgesiae.api.imports.run.ImportRunModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.todo.OpenWork;
import java.util.List;
import java.util.Map;

/** Lists of people that an organisation brings. */
public final class ImportsModule implements Feature {
    private static final String UNFINISHED = """
             FROM people_import i
            WHERE i.organisation_id = :organisation AND :member IN (i.created_by, i.started_by)
              AND i.state IN ('DRAFT', 'STARTED')
            """;

    private final ImportRunModule runs;

    public ImportsModule(Platform platform, Organisations organisations) {
        this.runs = new ImportRunModule(platform, organisations);
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
    public List<OpenWork> openWork() {
        return List.of(new OpenWork("imports.open-work", "SELECT count(*)" + UNFINISHED, """
                UPDATE people_import
                SET created_by = CASE WHEN created_by = :member THEN :taker ELSE created_by END,
                    started_by = CASE WHEN started_by = :member THEN :taker ELSE started_by END
                WHERE id IN (SELECT i.id""" + UNFINISHED + ")"));
    }

    @Override
    public List<Job> jobs() {
        return runs.jobs();
    }

    @Override
    public List<MergedTable> mergedTables() {
        return List.of(ImportPersonalData.merged());
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
