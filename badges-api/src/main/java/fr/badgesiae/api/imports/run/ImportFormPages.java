package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.PeopleImport;
import fr.badgesiae.api.imports.read.Columns;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.table.TableLimits;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.jspecify.annotations.Nullable;

/** The form that takes a list, and the imports before. */
@Path("/app/imports")
@Produces(MediaType.TEXT_HTML)
public final class ImportFormPages {
    private final Platform platform;
    private final ListImports list;
    private final ShowImport show;
    private final CheckList check;

    ImportFormPages(Platform platform, ListImports list, ShowImport show, CheckList check) {
        this.platform = platform;
        this.list = list;
        this.show = show;
        this.check = check;
    }

    @GET
    @Allowed(Permission.ORGANISATION)
    public Response form(@Context ContainerRequestContext request) {
        return form(request, 200, Typed.nothing(), Errors.none());
    }

    /** The same form with the columns of a list that was read, to say which ones are meant. */
    @GET
    @Path("/{import}/columns")
    @Allowed(Permission.ORGANISATION)
    public Response columns(@Context ContainerRequestContext request, @PathParam("import") ImportId id) {
        PeopleImport read = show.apply(Principal.of(request).organisation(), id, Optional.empty(), 0)
                .found();
        boolean titled = !read.titles().isEmpty();
        Typed typed = new Typed(
                "",
                titled ? read.titles() : numbered(Math.max(read.firstColumn(), read.lastColumn()) + 1),
                read.firstColumn(),
                read.lastColumn(),
                titled);
        return platform.pages().show(request, "imports/form", new Form(typed, List.of(), Errors.none()));
    }

    /** Reads the list. A file cannot be shown again in a form, pasted cells are. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.ORGANISATION)
    public Response read(
            @Context ContainerRequestContext request,
            @FormDataParam("list") @Nullable InputStream upload,
            @FormDataParam("cells") @Nullable String cells,
            @FormDataParam("first") @Nullable String first,
            @FormDataParam("last") @Nullable String last,
            @FormDataParam("titled") @Nullable String titled)
            throws IOException {
        byte[] file = upload == null ? new byte[0] : upload.readNBytes(TableLimits.MOST_BYTES + 1);
        String pasted = cells == null ? "" : cells;
        Columns chosen = chosen(first, last, titled != null);
        if (chosen != null && chosen.first() == chosen.last()) {
            Typed typed =
                    new Typed(pasted, numbered(chosen.first() + 1), chosen.first(), chosen.last(), chosen.titled());
            return form(request, 422, typed, Errors.of("last", "imports.error.same-column"));
        }
        CheckList.Outcome outcome = check.apply(Principal.of(request), file, pasted, chosen);
        return outcome.fold(new CheckList.Cases<>() {
            @Override
            public Response read(ImportId id) {
                return platform.pages().seeOther("/app/imports/" + id);
            }

            @Override
            public Response refused(Errors errors) {
                return form(request, 422, Typed.of(pasted), errors);
            }

            @Override
            public Response unknown(List<String> example) {
                Errors errors = Errors.of("first", "imports.error.columns");
                return form(
                        request, 422, new Typed(pasted, example, 0, Math.min(1, example.size() - 1), false), errors);
            }
        });
    }

    private static @Nullable Columns chosen(@Nullable String first, @Nullable String last, boolean titled) {
        if (first == null || last == null) {
            return null;
        }
        return new Columns(column(first), column(last), titled);
    }

    private static int column(String typed) {
        int number = typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : TableLimits.MOST_COLUMNS;
        if (number >= TableLimits.MOST_COLUMNS) {
            throw new IllegalArgumentException("no column");
        }
        return number;
    }

    /** Columns without titles are called by their letters. */
    private static List<String> numbered(int many) {
        return Collections.nCopies(many, "");
    }

    private Response form(ContainerRequestContext request, int status, Typed typed, Errors errors) {
        List<ListImports.Line> before = list.apply(Principal.of(request).organisation());
        return platform.pages().show(request, status, "imports/form", new Form(typed, before, errors));
    }

    /**
     * What the form has.
     *
     * @param cells pasted ones
     * @param columns titles or examples of the columns to choose from; empty to tell them by their titles
     * @param titled whether the first row has titles
     */
    public record Typed(String cells, List<String> columns, int first, int last, boolean titled) {
        static Typed nothing() {
            return of("");
        }

        static Typed of(String cells) {
            return new Typed(cells, List.of(), 0, 0, true);
        }

        /** The columns by their place, as spreadsheets call them. */
        public Map<String, String> options(PageContext context) {
            Map<String, String> options = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                String letters = i < 26
                        ? String.valueOf((char) ('A' + i))
                        : (char) ('A' + i / 26 - 1) + String.valueOf((char) ('A' + i % 26));
                String cell = columns.get(i);
                options.put(
                        String.valueOf(i),
                        cell.isEmpty()
                                ? context.t("imports.column", letters)
                                : context.t("imports.column-titled", letters, cell));
            }
            return options;
        }
    }

    /** The form and the imports before; none of them where only columns are asked for. */
    public record Form(Typed typed, List<ListImports.Line> before, Errors errors) {}
}
