package fr.badgesiae.api.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.badgesiae.api.platform.OutOfMemory;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.web.ApiPath;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.tomcat.jdbc.pool.PoolExhaustedException;
import org.glassfish.jersey.server.ContainerRequest;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Maps every exception to an answer: JSON for programs, a page in the reader's language for people. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private final Pages pages;

    @Inject
    private Provider<ContainerRequest> request;

    public ProblemMapper(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Response toResponse(Throwable failure) {
        OutOfMemory.exitIf(failure);
        if (failure instanceof ProblemException known) {
            return answer(known.type(), known.detail(), known.errors(), null);
        }
        if (failure instanceof WebApplicationException web) {
            return fromLibrary(web);
        }
        if (failure instanceof JsonProcessingException || failure instanceof ConstraintViolationException) {
            return answer(ProblemType.INVALID_INPUT, "The body does not have the expected form.", List.of(), null);
        }
        if (ErasedMeanwhile.is(failure)) {
            return answer(ProblemType.GONE, "The file or the space was erased meanwhile.", List.of(), null);
        }
        return SenderFault.of(failure).map(this::ofSender).orElseGet(() -> unexpected(failure));
    }

    /** One line for whoever looks for it: a stranger must not be able to fill the log. */
    private Response ofSender(SenderFault fault) {
        LOG.debug("A request was refused: {}", fault);
        return answer(fault.type(), fault.detail(), List.of(), null);
    }

    private Response fromLibrary(WebApplicationException web) {
        Response original = web.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        if (status == 500) {
            return SenderFault.of(web).map(this::ofSender).orElseGet(() -> unexpected(web));
        }
        ProblemType type = ProblemType.ofStatus(status);
        Response answer = answer(type, type.title() + ".", List.of(), null);
        Object allow = original.getHeaders().getFirst("Allow");
        return allow == null
                ? answer
                : Response.fromResponse(answer).header("Allow", allow).build();
    }

    private Response unexpected(Throwable failure) {
        // The id of the request, where it has one: it is in all its log lines and in the header of the answer.
        String reference = Objects.requireNonNullElseGet(
                MDC.get("request"), () -> UUID.randomUUID().toString());
        if (causes(failure, PoolExhaustedException.class)) {
            LOG.warn("No connection to the database is free (reference {})", reference);
            return answer(
                    ProblemType.OVERLOADED,
                    "Too much to do at the moment. Try again in a few seconds.",
                    List.of(),
                    reference);
        }
        if (databaseUnavailable(failure)) {
            LOG.error(
                    "The database is unavailable (reference {}): {}",
                    reference,
                    failure.getClass().getName());
            return answer(ProblemType.UNAVAILABLE, "Try again in a moment.", List.of(), reference);
        }
        LOG.error("Unexpected failure {}", reference, failure);
        return answer(ProblemType.INTERNAL, "Something went wrong on our side.", List.of(), reference);
    }

    /**
     * No connection, a broken one (SQLSTATE 08), one ended by a database that stops (57P), or one without disk or memory
     * (53).
     */
    private static boolean databaseUnavailable(Throwable failure) {
        return SenderFault.causes(failure)
                .anyMatch(cause -> cause instanceof ConnectionException
                        || (cause instanceof SQLException sql
                                && sql.getSQLState() != null
                                && sql.getSQLState().matches("08...|53...|57P..")));
    }

    private static boolean causes(Throwable failure, Class<? extends Throwable> kind) {
        return SenderFault.causes(failure).anyMatch(kind::isInstance);
    }

    private Response answer(ProblemType type, String detail, List<FieldError> errors, @Nullable String reference) {
        ContainerRequestContext here = request.get();
        Response.ResponseBuilder response = wantsPage(here)
                ? Response.fromResponse(pages.show(
                        context(here, type), type.status(), "platform/problem", new ProblemPage(type, reference)))
                : Response.status(type.status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(Problem.of(type, detail, instance(here, reference), errors));
        response.header("Vary", "Accept");
        if (type == ProblemType.UNAVAILABLE || type == ProblemType.TOO_MANY_REQUESTS) {
            response.header("Retry-After", "30");
        } else if (type == ProblemType.OVERLOADED) {
            response.header("Retry-After", "5");
        }
        return response.build();
    }

    /** A member keeps the navigation of the desk. If the session cannot be read, the public context is used. */
    private PageContext context(ContainerRequestContext here, ProblemType type) {
        try {
            return type.status() == 503 ? pages.publicContext(here) : pages.context(here);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Error page without navigation, the session cannot be read: {}",
                    failure.getClass().getName());
            return pages.publicContext(here);
        }
    }

    /** Only API paths are repeated: other paths may contain a code, which is secret. */
    private static @Nullable String instance(ContainerRequestContext here, @Nullable String reference) {
        if (reference != null) {
            return "urn:badges:log:" + reference;
        }
        return ApiPath.matches(here) ? ApiPath.of(here) : null;
    }

    private static boolean wantsPage(ContainerRequestContext here) {
        String accept = here.getHeaderString("Accept");
        return !ApiPath.matches(here) && accept != null && accept.contains("text/html");
    }
}
