package fr.badgesiae.api.event;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.event.content.EntryId;
import fr.badgesiae.api.event.content.EntryReason;
import fr.badgesiae.api.event.content.EventId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One event with its entries: keep some, each for a person, refuse others, prepare the run that offers the badge. */
@Path("/app/events")
@Produces(MediaType.TEXT_HTML)
public final class EntryPages {
    /** The option of somebody who has no file. */
    static final String NEW = "new";

    private final Platform platform;
    private final ShowEvent show;
    private final HandleEntries handle;
    private final PrepareEventRun prepare;

    EntryPages(Platform platform, ShowEvent show, HandleEntries handle, PrepareEventRun prepare) {
        this.platform = platform;
        this.show = show;
        this.handle = handle;
        this.prepare = prepare;
    }

    @GET
    @Path("/{event}")
    @Allowed(Permission.AWARD)
    public Response show(
            @Context ContainerRequestContext request,
            @PathParam("event") EventId id,
            @QueryParam("after") @Nullable EntryId after) {
        return page(request, 200, id, new Sent(Map.of(), Set.of(), "", Optional.ofNullable(after)), Errors.none());
    }

    @POST
    @Path("/{event}/entries")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response decide(
            @Context ContainerRequestContext request,
            @PathParam("event") EventId id,
            MultivaluedMap<String, String> form) {
        Set<EntryId> entries = form.getOrDefault("entries", List.of()).stream()
                .limit(ShowEvent.PAGE)
                .map(EntryId::fromString)
                .collect(Collectors.toUnmodifiableSet());
        Map<EntryId, String> people = new HashMap<>();
        entries.forEach(entry -> people.put(entry, text(form, "person-" + entry)));
        boolean refuses = text(form, "do").equals("refuse");
        String reason = text(form, "reason");
        Errors errors = errors(entries, people, refuses, reason);
        Optional<EntryId> after =
                Optional.of(text(form, "after")).filter(last -> !last.isEmpty()).map(EntryId::fromString);
        Sent sent = new Sent(people, entries, reason, after);
        if (!errors.isEmpty()) {
            return page(request, 422, id, sent, errors);
        }
        HandleEntries.Decision decision = refuses
                ? new HandleEntries.Refuse(entries, EntryReason.valueOf(reason))
                : new HandleEntries.Keep(people.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, chosen -> person(chosen.getValue()))));
        int handled = handle.apply(Principal.of(request), id, decision);
        if (handled == 0) {
            return page(request, 409, id, sent, Errors.of("", "event.error.before"));
        }
        return platform.pages().seeOther("/app/events/" + id, refuses ? "event.done.refused" : "event.done.kept");
    }

    private static Optional<PersonId> person(String chosen) {
        return chosen.equals(NEW) ? Optional.empty() : Optional.of(PersonId.fromString(chosen));
    }

    private static Errors errors(Set<EntryId> entries, Map<EntryId, String> people, boolean refuses, String reason) {
        if (entries.isEmpty()) {
            return Errors.of("entries", "event.error.entries");
        }
        if (refuses) {
            return Arrays.stream(EntryReason.values())
                            .anyMatch(one -> one.name().equals(reason))
                    ? Errors.none()
                    : Errors.of("reason", "event.error.reason");
        }
        Errors errors = Errors.none();
        for (Map.Entry<EntryId, String> chosen : people.entrySet()) {
            if (chosen.getValue().isEmpty()) {
                errors = errors.with("person-" + chosen.getKey(), "event.error.person");
            }
        }
        return errors;
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String typed = form.getFirst(field);
        return typed == null ? "" : typed;
    }

    /** The draft of a run for the people who are kept. */
    @POST
    @Path("/{event}/run")
    @Allowed(Permission.AWARD)
    public Response run(@Context ContainerRequestContext request, @PathParam("event") EventId id) {
        Optional<AwardRunId> run = prepare.apply(Principal.of(request), id);
        return run.map(made -> "/app/award-runs/" + made + "/text")
                .map(text -> platform.pages().seeOther(text))
                .orElseGet(() -> platform.pages().seeOther("/app/events/" + id, "event.done.nobody"));
    }

    private Response page(ContainerRequestContext request, int status, EventId id, Sent sent, Errors errors) {
        ShowEvent.Shown shown = show.apply(Principal.of(request).organisation(), id, sent.after());
        return platform.pages().show(request, status, "event/show", new EventPage(shown, sent, errors));
    }

    /**
     * What the form sent.
     *
     * @param people the choice for each ticked entry
     * @param reason of a refusal
     * @param after the last entry of the page before
     */
    public record Sent(Map<EntryId, String> people, Set<EntryId> ticked, String reason, Optional<EntryId> after) {}

    /**
     * One event.
     *
     * @param shown a page of the entries that wait, and who is kept and in no run
     */
    public record EventPage(ShowEvent.Shown shown, Sent sent, Errors errors) {
        /** The path of the first page, or null when this is it. */
        public @Nullable String first() {
            return sent.after().isPresent() ? shown.event().path() : null;
        }

        /** The path of the next page, or null. */
        public @Nullable String next() {
            return shown.next()
                    .map(last -> shown.event().path() + "?after=" + last)
                    .orElse(null);
        }

        /** The value of the hidden field that keeps the page. */
        public String after() {
            return sent.after().map(EntryId::toString).orElse("");
        }

        /** Whom an entry may be for, by id; of several with the name the desk has to choose one. */
        public Map<String, String> choices(PageContext context, Entry entry) {
            Map<String, String> choices = new LinkedHashMap<>();
            Entry.Candidate owner = entry.owner();
            if (owner != null) {
                choices.put(owner.id().toString(), owner.name());
                return choices;
            }
            if (entry.candidates().size() > 1) {
                choices.put("", context.t("event.entry.choose"));
            }
            for (Entry.Candidate candidate : entry.candidates()) {
                Instant created = candidate.created();
                choices.put(
                        candidate.id().toString(),
                        created == null
                                ? candidate.name()
                                : context.t("event.entry.homonym", candidate.name(), context.dateTime(created)));
            }
            choices.put(NEW, context.t("event.entry.new"));
            return choices;
        }

        /** The option that is chosen. */
        public String chosen(Entry entry) {
            String chosen = sent.people().get(entry.id());
            if (chosen != null) {
                return chosen;
            }
            return entry.candidates().size() == 1
                    ? entry.candidates().get(0).id().toString()
                    : entry.candidates().isEmpty() ? NEW : "";
        }

        /** The reasons of a refusal, after a first one that chooses nothing. */
        public Map<String, String> reasons(PageContext context) {
            Map<String, String> reasons = new LinkedHashMap<>();
            reasons.put("", context.t("event.entry.reason-none"));
            for (EntryReason one : EntryReason.values()) {
                reasons.put(one.name(), context.t("event.reason." + one.name()));
            }
            return reasons;
        }
    }
}
