package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.ListLine;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.table.TableFile;
import fr.badgesiae.api.platform.table.TableFormat;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The lines of an import as a file, with what was found in each. */
@Path("/app/imports")
public final class ImportFilePages {
    private final Platform platform;
    private final ReadLines read;

    ImportFilePages(Platform platform, ReadLines read) {
        this.platform = platform;
        this.read = read;
    }

    @GET
    @Path("/{import}/lines.csv")
    @Allowed(Permission.ORGANISATION)
    public Response csv(@Context ContainerRequestContext request, @PathParam("import") ImportId id) {
        return file(request, id, TableFormat.CSV);
    }

    @GET
    @Path("/{import}/lines.xlsx")
    @Allowed(Permission.ORGANISATION)
    public Response xlsx(@Context ContainerRequestContext request, @PathParam("import") ImportId id) {
        return file(request, id, TableFormat.XLSX);
    }

    private Response file(ContainerRequestContext request, ImportId id, TableFormat format) {
        OrganisationId organisation = Principal.of(request).organisation();
        Locale language = Languages.of(request);
        List<ListLine> first = read.apply(organisation, id, 0);
        List<String> titles = Stream.of("line", "first-name", "last-name", "finding", "reason", "state")
                .map(title -> words(language, "imports.file." + title))
                .toList();
        return TableFile.of(format, words(language, "imports.file.title"), titles, rows -> {
            List<ListLine> page = first;
            while (!page.isEmpty()) {
                for (ListLine line : page) {
                    rows.row(row(language, line));
                }
                page = page.size() < ReadLines.PAGE
                        ? List.of()
                        : read.apply(organisation, id, page.get(page.size() - 1).line());
            }
        });
    }

    private List<Object> row(Locale language, ListLine line) {
        return List.of(
                line.line(),
                line.firstName(),
                line.lastName(),
                words(language, line.finding().key()),
                line.reason() == null ? "" : words(language, line.reason().key()),
                words(language, line.state().key()));
    }

    private String words(Locale language, String key) {
        return platform.pages().words(language, key);
    }
}
