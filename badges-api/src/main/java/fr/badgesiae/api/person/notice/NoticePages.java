package fr.badgesiae.api.person.notice;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.sheet.InformationSheet;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.i18n.Languages;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The information sheet of a person, to print and hand over, and the day on which that was done. */
@Path("/app/workers/{worker}/notice")
@Produces(MediaType.TEXT_HTML)
public final class NoticePages {
    private final Platform platform;
    private final ShowNotice notice;
    private final RecordNotice record;

    public NoticePages(Platform platform, People people, Organisations organisations) {
        this.platform = platform;
        this.notice = new ShowNotice(platform, people, organisations);
        this.record = new RecordNotice(platform, organisations);
    }

    @GET
    @Allowed(Permission.AWARD)
    public Response notice(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        return notice(request, 200, id, NoticeDay.blank(), Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response noticeGiven(
            @Context ContainerRequestContext request,
            @PathParam("worker") PersonId id,
            MultivaluedMap<String, String> typed) {
        NoticeDay day = NoticeDay.of(typed);
        Errors errors = record.apply(Principal.of(request), id, day, Languages.of(request));
        return errors.isEmpty()
                ? platform.pages().seeOther("/app/workers/" + id, "worker.done.notice")
                : notice(request, 422, id, day, errors);
    }

    private Response notice(ContainerRequestContext request, int status, PersonId id, NoticeDay typed, Errors errors) {
        ShowNotice.Notice shown = notice.apply(Principal.of(request).organisation(), id, Languages.of(request));
        NoticePage page = new NoticePage(shown.person(), shown.sheet(), shown.asGiven(), typed, errors);
        return platform.pages().show(request, status, "person/notice", page);
    }

    /**
     * The information notice (RGPD, articles 13 and 14) to print and hand over.
     *
     * @param asGiven whether this is the wording that the person was given
     */
    public record NoticePage(Person person, InformationSheet sheet, boolean asGiven, NoticeDay typed, Errors errors) {}
}
