package fr.badgesiae.api.holder;

import java.time.Instant;
import java.util.List;

/** When and how the space was opened. */
public record HistoryPage(List<Visit> visits) {

    /** One visit; {@code howKey} is a message key. */
    public record Visit(Instant at, String howKey) {}
}
