package fr.badgesiae.api.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.event.content.EntryId;
import fr.badgesiae.api.event.content.EventId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an event with a page of the entries that wait, each with the people whom it may be. */
public final class ShowEvent {
    /** Waiting entries of a page. */
    static final int PAGE = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Platform platform;

    ShowEvent(Platform platform) {
        this.platform = platform;
    }

    /**
     * Somebody who is kept and in no run.
     *
     * @param informed whether they were given the information sheet
     */
    public record Ready(PersonId id, String name, boolean informed) {}

    /**
     * The event.
     *
     * @param entries {@link #PAGE} that wait
     * @param next the last of them, when another page follows
     * @param ready by name
     */
    public record Shown(BadgeEvent event, List<Entry> entries, Optional<EntryId> next, List<Ready> ready) {}

    /**
     * @param after the last entry of the page before; empty or unknown for the first page
     * @throws ProblemException NOT_FOUND for an event of another organisation
     */
    public Shown apply(OrganisationId organisation, EventId id, Optional<EntryId> after) {
        UUID last = after.map(EntryId::value).orElse(null);
        return platform.database().inOrganisation(organisation, handle -> {
            EventDao dao = handle.attach(EventDao.class);
            EventDao.EventRow row = dao.find(id.value(), organisation.value()).orElseThrow(ProblemException::notFound);
            List<Entry> entries = dao.waiting(id.value(), organisation.value(), last, PAGE + 1).stream()
                    .map(ShowEvent::entry)
                    .toList();
            return new Shown(
                    BadgeEvent.of(row, platform.clock().instant()),
                    entries.stream().limit(PAGE).toList(),
                    entries.size() > PAGE ? Optional.of(entries.get(PAGE - 1).id()) : Optional.empty(),
                    ready(row.ready()));
        });
    }

    private static Entry entry(EventDao.EntryRow row) {
        Entry.Candidate owner = row.workerId() == null || row.workerName() == null
                ? null
                : new Entry.Candidate(new PersonId(row.workerId()), row.workerName(), null);
        return new Entry(
                new EntryId(row.id()),
                (row.firstName() + " " + row.lastName()).strip(),
                row.byCard(),
                owner,
                row.twice(),
                candidates(row.candidates()),
                row.createdAt());
    }

    private static List<Entry.Candidate> candidates(@Nullable String json) {
        List<Entry.Candidate> candidates = new ArrayList<>();
        if (json != null) {
            JsonNode rows = read(json);
            rows.forEach(row -> candidates.add(new Entry.Candidate(
                    PersonId.fromString(row.path("id").asText()),
                    row.path("name").asText(),
                    rows.size() == 1
                            ? null
                            : OffsetDateTime.parse(row.path("created").asText()).toInstant())));
        }
        return candidates;
    }

    private static List<Ready> ready(@Nullable String json) {
        List<Ready> ready = new ArrayList<>();
        if (json != null) {
            read(json)
                    .forEach(row -> ready.add(new Ready(
                            PersonId.fromString(row.path("id").asText()),
                            row.path("name").asText(),
                            row.path("informed").asBoolean())));
        }
        ready.sort(Comparator.comparing(Ready::name));
        return ready;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database wrote no JSON", e);
        }
    }
}
