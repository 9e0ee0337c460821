package fr.badgesiae.api.document;

import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.web.AcceptHeader;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A released badge in the form that its reader asks for. */
public final class BadgeForms {
    private static final String TYPES = Arrays.stream(Representation.values())
            .map(Representation::mediaType)
            .collect(Collectors.joining(", "));

    private final BakeBadge bake;

    BadgeForms(BakeBadge bake) {
        this.bake = bake;
    }

    /** Whether the reader asks for the page rather than for a file. */
    public boolean wantsPage(ContainerRequestContext request) {
        return best(request, List.of(Representation.values()))
                .filter(form -> form == Representation.HTML)
                .isPresent();
    }

    /**
     * The file that the reader likes best, among those that this badge has.
     *
     * @param document the signed JSON exactly as released
     * @param jwt the same edition as a JWT exactly as released
     * @return empty for the page
     * @throws ProblemException NOT_ACCEPTABLE where the reader takes no form of it
     */
    public Optional<BadgeFile> chosen(ContainerRequestContext request, String document, String jwt) {
        List<Representation> offered = new ArrayList<>(List.of(Representation.values()));
        while (true) {
            Representation form = best(request, offered).orElseThrow(BadgeForms::notAcceptable);
            if (form == Representation.HTML) {
                return Optional.empty();
            }
            Optional<BadgeFile> file = file(form, document, jwt);
            if (file.isPresent()) {
                return file;
            }
            offered.remove(form);
        }
    }

    /** The refusal, in words. */
    public static ProblemException notAcceptable() {
        return new ProblemException(ProblemType.NOT_ACCEPTABLE, "A badge is served here as " + TYPES + ".");
    }

    private static Optional<Representation> best(ContainerRequestContext request, List<Representation> offered) {
        return new AcceptHeader(request.getAcceptableMediaTypes()).best(offered, Representation::mediaType);
    }

    /** Empty where this badge has no such form. */
    private Optional<BadgeFile> file(Representation form, String document, String jwt) {
        return switch (form) {
            case HTML -> Optional.empty();
            case VC, VC_LD_JSON, LD_JSON, JSON ->
                Optional.of(BadgeFile.json(document).as(form));
            case VC_JWT, JWT, TEXT -> Optional.of(BadgeFile.jwt(jwt, document).as(form));
            case PNG -> bake.png(document);
            case SVG ->
                Optional.of(bake.apply(document)).filter(file -> file.type().equals(form.mediaType()));
        };
    }
}
