package fr.badgesiae.api.lists;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.ListCredentials;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.table.Sort;
import fr.badgesiae.api.platform.table.TableFormat;
import fr.badgesiae.api.platform.table.TakeList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of badges as a file: those that the page shows, on all its pages. */
@Path("/app/credentials")
public final class BadgeFilePages {
    private final Platform platform;
    private final ListCredentials list;
    private final TakeList take;

    BadgeFilePages(Platform platform, ListCredentials list) {
        this.platform = platform;
        this.list = list;
        this.take = new TakeList(platform);
    }

    @POST
    @Path("/list.csv")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.WORKER_NAMES)
    public Response csv(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        return file(request, TableFormat.CSV, form);
    }

    @POST
    @Path("/list.xlsx")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.WORKER_NAMES)
    public Response xlsx(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        return file(request, TableFormat.XLSX, form);
    }

    private Response file(ContainerRequestContext request, TableFormat format, MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        PageContext context = platform.pages().context(request);
        ListCredentials.Filter filter = new ListCredentials.Filter(
                Arrays.stream(ListCredentials.Standing.values())
                        .filter(standing -> standing.word().equals(form.getFirst("state")))
                        .findFirst(),
                Optional.ofNullable(form.getFirst("worker")).map(PersonId::fromString),
                Optional.ofNullable(form.getFirst("badge")).map(AchievementId::fromString));
        List<String> titles = Stream.of(
                        "credential.show.worker",
                        "credential.list.badge",
                        "credential.list.state",
                        "credential.list.issued")
                .map(context::t)
                .toList();
        Sort<ListCredentials.Column> sort = Sort.of(form.getFirst("sort"), ListCredentials.NEWEST_FIRST);
        String title = context.t("credential.list.title");
        return take.<CredentialId>apply(by, ListAudit.BADGE_LIST_TAKEN, format, title, titles, after -> {
            ListCredentials.Found found = list.apply(by.organisation(), filter, sort, after.orElse(null));
            return new TakeList.Page<>(
                    found.lines().stream()
                            .map(line -> row(context, line, found.now()))
                            .toList(),
                    found.next());
        });
    }

    private static List<Object> row(PageContext context, ListCredentials.Line line, Instant now) {
        ListCredentials.Standing standing = line.standing(now);
        String state = line.revokedAt() == null
                ? context.t("credential.standing." + standing.word())
                : context.t("credential.state." + standing.word(), context.date(line.revokedAt()));
        return List.of(
                line.person().isEmpty() ? context.t("credential.list.no-person") : line.person(),
                line.achievementName(),
                state,
                context.zone().day(line.issuedAt()));
    }
}
