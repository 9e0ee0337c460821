package fr.badgesiae.api.trust;

import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.VettedOrganisation;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.documents.DocumentAnswer;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Organisations that networks of this platform vouch for: a page for people, a signed list for machines. */
@Cookieless
@Path("/trust")
public final class TrustPages {
    private static final int LONGEST = 200;
    private static final String CACHED = "public, max-age=60";

    private final Pages pages;
    private final ListKnownIssuers list;
    private final SigningKeys keys;
    private final PublishedTrustList published;

    TrustPages(Pages pages, ListKnownIssuers list, SigningKeys keys, PublishedTrustList published) {
        this.pages = pages;
        this.list = list;
        this.keys = keys;
        this.published = published;
    }

    /**
     * The public list of known issuers.
     *
     * @param words words searched for, or empty
     * @param next path of the next page, or null
     * @param did the DID that signs the list
     * @param keys public keys of that DID
     * @param expires end of validity of the signed list, or null before the first list
     */
    public record TrustPage(
            String words,
            List<Member> members,
            @Nullable String next,
            String did,
            List<Fingerprint> keys,
            @Nullable Instant expires) {
        /** The path of the signed list. */
        public String listPath() {
            return PublishedTrustList.PATH;
        }
    }

    /**
     * A known issuer.
     *
     * @param path of its public page
     * @param siret null unless published
     * @param suspendedSince null while its network vouches for it
     */
    public record Member(
            String path,
            String name,
            @Nullable String siret,
            String network,
            LocalDate vettedOn,
            @Nullable LocalDate suspendedSince) {}

    @GET
    @Produces("text/html;qs=1.0")
    @Open
    public Response page(
            @Context ContainerRequestContext request,
            @QueryParam("words") @DefaultValue("") String words,
            @QueryParam("after") @Nullable OrganisationId after) {
        PageContext context = pages.publicContext(request);
        String wanted = words(words);
        TrustPage page = page(list.apply(wanted, after), wanted, context.lang());
        Response answer = pages.show(context, 200, "trust/members", page);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, CACHED);
        answer.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Accept-Language, Cookie");
        return answer;
    }

    @GET
    @Produces(PublishedTrustList.TYPE + ";qs=0.9")
    @Open
    public Response negotiated(@Context Request request) {
        Response answer = signed(request);
        answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return answer;
    }

    /** The signed list; its format is in docs/trust-list.md. */
    @GET
    @Path("list.jwt")
    @Open
    public Response signed(@Context Request request) {
        return DocumentAnswer.of(request, published.newest().orElseThrow(ProblemException::notFound));
    }

    private TrustPage page(ListKnownIssuers.Known known, String words, String language) {
        List<VettedOrganisation> issuers = known.issuers();
        String next = known.more()
                ? "/trust?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&lang=" + language + "&after="
                        + issuers.get(issuers.size() - 1).id()
                : null;
        return new TrustPage(
                words,
                issuers.stream().map(TrustPages::member).toList(),
                next,
                keys.platformDid(),
                Fingerprint.of(known.keys()),
                known.expires().orElse(null));
    }

    /** Joins the digits of a SIRET written in groups. */
    private static String words(String typed) {
        String stripped = typed.strip().replace("\0", "");
        String words = stripped.matches("[0-9 \u00a0\u202f]+") ? stripped.replaceAll("\\D", "") : stripped;
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    private static Member member(VettedOrganisation member) {
        return new Member(
                "/issuers/" + member.id(),
                member.publicName(),
                member.siret(),
                member.network(),
                member.vettedOn(),
                member.suspendedSince());
    }
}
