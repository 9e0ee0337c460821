package fr.badgesiae.api.statistics;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.table.TableFormat;
import fr.badgesiae.api.platform.table.TakeList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The badges accepted in a year, in the open form that COODIAG reads: column names and codes are the same in any language. */
@Path("/app/figures")
public final class FiguresFilePages {
    private static final List<String> TITLES =
            List.of("periode", "departement", "type_structure", "code_rome", "categorie", "niveau", "nombre");

    private final Platform platform;
    private final ReadAccepted read;
    private final TakeList take;

    FiguresFilePages(Platform platform, ReadAccepted read) {
        this.platform = platform;
        this.read = read;
        this.take = new TakeList(platform);
    }

    @POST
    @Path("/coodiag.csv")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.WORKER_NAMES)
    public Response coodiag(
            @Context ContainerRequestContext request, @FormParam("year") @DefaultValue("") String year) {
        Principal by = Principal.of(request);
        PageContext context = platform.pages().context(request);
        return take.<String>apply(
                by,
                StatisticsAudit.FIGURES_TAKEN,
                TableFormat.CSV,
                context.t("statistics.file"),
                TITLES,
                after -> new TakeList.Page<>(
                        read.apply(by, FiguresPages.year(year)).stream()
                                .map(FiguresFilePages::cells)
                                .toList(),
                        Optional.empty()));
    }

    private static List<Object> cells(ReadAccepted.Line line) {
        return List.of(
                line.year(),
                line.departement(),
                line.kind(),
                line.rome(),
                line.category(),
                line.level(),
                line.accepted().hidden() ? "" : line.accepted().number());
    }
}
