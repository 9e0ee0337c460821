package fr.badgesiae.api.journeys;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A worker with a slip, up to the page that asks for the answer. */
final class Claim {
    private final FormClient person;
    private final UUID offer;
    private final Map<String, String> yes;

    private Claim(FormClient person, UUID offer, Map<String, String> yes) {
        this.person = person;
        this.offer = offer;
        this.yes = yes;
    }

    static Claim open(URI origin, Desk.Slip slip) {
        FormClient person = new FormClient(origin);
        String form = "/claim/" + slip.code();
        person.submit(form, form, Map.of("pin", slip.pin()));
        String answer = "/claim/badge/answer?name=FIRST_AND_INITIAL";
        String shown = FormClient.found(person.get(answer), "name=\"shown\" value=\"([^\"]+)\"");
        Map<String, String> yes = person.form(answer, Map.of("name", "FIRST_AND_INITIAL", "shown", shown));
        return new Claim(person, UUID.fromString(slip.offer()), yes);
    }

    FormClient person() {
        return person;
    }

    UUID offer() {
        return offer;
    }

    /** Accepts; the response may never arrive. */
    CompletableFuture<HttpResponse<String>> accept() {
        return person.send(yes, "/claim/badge/accept");
    }

    /** Chooses a PIN, keeps the card, and is in the holder's space. */
    FormClient finish() {
        person.submit("/claim/badge/next", "/claim/badge/pin", Map.of("pin", "407193", "again", "407193"));
        person.submit("/claim/badge/card", "/claim/badge/card", Map.of());
        return person;
    }
}
