package fr.badgesiae.api.trust;

import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.organisation.VettedOrganisation;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.documents.DocumentAnswer;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.web.Cookieless;
import fr.badgesiae.api.trust.imported.Fingerprint;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The organisations that our networks answer for: a page for people, a signed list for machines. */
@Cookieless
@Path("/trust")
public final class TrustPages {
    private static final int PAGE = 50;
    private static final int LONGEST = 200;
    private static final String CACHED = "public, max-age=60";

    private final Platform platform;
    private final Organisations organisations;
    private final SigningKeys keys;
    private final PublishedTrustList published;

    TrustPages(Platform platform, Organisations organisations, SigningKeys keys, PublishedTrustList published) {
        this.platform = platform;
        this.organisations = organisations;
        this.keys = keys;
        this.published = published;
    }

    @GET
    @Produces("text/html;qs=1.0")
    @Open
    public Response page(
            @Context ContainerRequestContext request,
            @QueryParam("words") @DefaultValue("") String words,
            @QueryParam("after") OrganisationId after) {
        PageContext context = platform.pages().publicContext(request);
        String wanted = words(words);
        TrustPage page = platform.database().inPublic(handle -> page(handle, wanted, after, context.lang()));
        Response answer = platform.pages().show(context, 200, "trust/members", page);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, CACHED);
        answer.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Accept-Language, Cookie");
        return answer;
    }

    @GET
    @Produces(PublishedTrustList.TYPE + ";qs=0.9")
    @Open
    public Response negotiated(@Context Request request) {
        Response answer = list(request);
        answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return answer;
    }

    /** The form is that of docs/trust-list.md. */
    @GET
    @Path("list.jwt")
    @Open
    public Response list(@Context Request request) {
        return DocumentAnswer.of(request, published.newest().orElseThrow(ProblemException::notFound));
    }

    private TrustPage page(Handle handle, String words, OrganisationId after, String language) {
        List<VettedOrganisation> found = organisations.vetted(handle, words, after, PAGE + 1);
        String next = found.size() <= PAGE
                ? null
                : "/trust?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&lang=" + language + "&after="
                        + found.get(PAGE - 1).id();
        return new TrustPage(
                words,
                found.stream().limit(PAGE).map(TrustPages::member).toList(),
                next,
                keys.platformDid(),
                Fingerprint.of(keys.platformKeys(handle)),
                handle.attach(TrustListDao.class)
                        .newest()
                        .map(TrustListRow::expiresAt)
                        .orElse(null));
    }

    /** A SIRET is often written in groups. */
    private static String words(String typed) {
        String stripped = typed.strip().replace("\0", "");
        String words = stripped.matches("[0-9 \u00a0\u202f]+") ? stripped.replaceAll("\\D", "") : stripped;
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    private static TrustPage.Member member(VettedOrganisation member) {
        return new TrustPage.Member(
                "/issuers/" + member.id(),
                member.publicName(),
                member.siret(),
                member.network(),
                member.vettedOn(),
                member.suspendedSince());
    }
}
