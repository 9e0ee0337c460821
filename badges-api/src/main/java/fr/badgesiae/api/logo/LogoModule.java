package fr.badgesiae.api.logo;

import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import java.util.List;

/** Logos of organisations. */
public final class LogoModule implements Feature {
    private final List<Object> resources;

    public LogoModule(Platform platform) {
        this.resources = List.of(new LogoPages(platform), new LogoDocuments(new ShowLogo(platform.database())));
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(LogoAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
