package fr.badgesiae.api.bulk;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.qr.QrCode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Slips of many offers, several to an A4 sheet: which ones, and the sheets. */
@Path("/app/slips")
@Produces(MediaType.TEXT_HTML)
public final class SlipSheetPages {
    /** Slips to an A4 sheet; the first is proposed. */
    private static final List<String> TO_A_SHEET = List.of("4", "2", "8");

    private final Platform platform;
    private final ListSlips list;
    private final PrintSlips print;

    SlipSheetPages(Platform platform, ListSlips list, PrintSlips print) {
        this.platform = platform;
        this.list = list;
        this.print = print;
    }

    /**
     * Those that were never printed are chosen already.
     *
     * @param run only the slips of its offers
     */
    @GET
    @Allowed(Permission.PRINT)
    public Response choose(@Context ContainerRequestContext request, @QueryParam("run") @Nullable AwardRunId run) {
        ListSlips.Found found = list.apply(Principal.of(request).organisation(), Optional.ofNullable(run));
        Set<OfferId> chosen = found.lines().stream()
                .filter(line -> !line.printed())
                .map(ListSlips.Line::offer)
                .collect(Collectors.toUnmodifiableSet());
        return form(
                request, 200, new Choose(found, Optional.ofNullable(run), chosen, TO_A_SHEET.get(0), Errors.none()));
    }

    /** POST, since it shows secrets and leaves an audit line for each slip. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PRINT)
    public Response print(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        Principal by = Principal.of(request);
        Set<OfferId> chosen = new LinkedHashSet<>();
        form.getOrDefault("offers", List.of()).forEach(offer -> chosen.add(OfferId.fromString(offer)));
        String wanted = form.getFirst("sheet");
        String toASheet = wanted == null ? "" : wanted;
        Errors errors = errors(chosen, toASheet);
        Optional<AwardRunId> run = Optional.ofNullable(form.getFirst("run"))
                .filter(id -> !id.isEmpty())
                .map(AwardRunId::fromString);
        if (!errors.isEmpty()) {
            ListSlips.Found found = list.apply(by.organisation(), run);
            return form(request, 422, new Choose(found, run, chosen, toASheet, errors));
        }
        PrintSlips.Printed printed = print.apply(by.organisation(), by.account(), chosen);
        if (printed.slips().isEmpty()) {
            Errors closed = Errors.of("offers", "award.slips.error.closed");
            ListSlips.Found found = list.apply(by.organisation(), run);
            return form(request, 409, new Choose(found, run, Set.of(), toASheet, closed));
        }
        String back = "/app/slips" + run.map(id -> "?run=" + id).orElse("");
        return platform.pages().show(request, "bulk/sheets", sheets(printed, toASheet, by.name(), back));
    }

    private static Errors errors(Set<OfferId> chosen, String toASheet) {
        Errors errors = Errors.none();
        if (chosen.isEmpty()) {
            errors = errors.with("offers", "award.slips.error.none");
        } else if (chosen.size() > PrintSlips.MOST) {
            errors = errors.with("offers", "award.slips.error.many", PrintSlips.MOST);
        }
        return TO_A_SHEET.contains(toASheet) ? errors : errors.with("sheet", "award.slips.error.sheet");
    }

    private Response form(ContainerRequestContext request, int status, Choose page) {
        return platform.pages().show(request, status, "bulk/slips", page);
    }

    private Sheets sheets(PrintSlips.Printed printed, String toASheet, String member, String back) {
        List<Pair> pairs =
                printed.slips().stream().map(slip -> pair(slip, member)).toList();
        return new Sheets(
                toASheet,
                pairs,
                printed.closed(),
                platform.settings().publicUrl().getRawAuthority() + "/claim",
                printed.organisation().publicName(),
                printed.organisation().publicPhone() == null
                        ? ""
                        : printed.organisation().publicPhone(),
                back);
    }

    private Pair pair(PrintSlips.Slip slip, String printing) {
        String code = slip.secrets().code().grouped();
        String pin = slip.secrets().pin();
        return new Pair(
                slip.fullName(),
                slip.shortName(),
                slip.badge(),
                code,
                pin.substring(0, 3) + "\u00a0" + pin.substring(3),
                QrCode.of(platform.settings().url("/claim/" + code)),
                slip.ends(),
                slip.follower() == null ? printing : slip.follower());
    }

    /**
     * Which slips to print, as chosen.
     *
     * @param run whose slips these are, or empty for all
     */
    public record Choose(
            ListSlips.Found found, Optional<AwardRunId> run, Set<OfferId> chosen, String toASheet, Errors errors) {
        /** How many fit on a sheet, with their words. */
        public Map<String, String> sizes(PageContext context) {
            Map<String, String> sizes = new LinkedHashMap<>();
            Stream.of("2", "4", "8").forEach(size -> sizes.put(size, context.t("award.slips.sheet." + size)));
            return sizes;
        }
    }

    /**
     * The sheets.
     *
     * @param closed chosen slips that are not printed
     * @param phone of the organisation, or empty
     * @param back the path to choose others
     */
    public record Sheets(
            String toASheet,
            List<Pair> pairs,
            int closed,
            String address,
            String organisation,
            String phone,
            String back) {}

    /**
     * The two parts of one slip.
     *
     * @param fullName on the part with the number
     * @param shortName on the part with the PIN
     * @param member who follows the offer
     */
    public record Pair(
            String fullName,
            String shortName,
            String badge,
            String code,
            String pin,
            QrCode qr,
            Instant ends,
            String member) {}
}
