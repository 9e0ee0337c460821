package fr.badgesiae.api.statistics;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.statistics.network.AdoptionPages;
import java.util.List;

/** Figures without names. */
public final class StatisticsModule implements Feature {
    private final List<Object> resources;

    public StatisticsModule(Platform platform, Organisations organisations) {
        this.resources = List.of(
                new FiguresPages(platform, new ReadFigures(platform)),
                new FiguresFilePages(platform, new ReadAccepted(platform, organisations)),
                new AdoptionPages(platform, StatisticsAudit.FIGURES_TAKEN));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.inMenu(72, Permission.WORKER_NAMES, "/app/figures", "statistics", "common.nav.figures"),
                NavigationEntry.of(15, Permission.NETWORK, "/app/network/figures", "statistics", "common.nav.figures"));
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(StatisticsAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
