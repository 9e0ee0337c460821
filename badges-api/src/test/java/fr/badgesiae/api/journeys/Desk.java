package fr.badgesiae.api.journeys;

import java.util.Map;

/** A member at the desk: workers, offers, slips. */
final class Desk {
    private final FormClient person;

    Desk(FormClient person) {
        this.person = person;
    }

    /** An offer and both parts of its slip. */
    record Slip(String offer, String code, String pin) {}

    FormClient person() {
        return person;
    }

    /** Offers the first published badge to a new worker and prints the slip. */
    Slip offer(String firstName) {
        String worker = person.submit(
                "/app/workers/new",
                "/app/workers",
                Map.of("firstName", firstName, "lastName", "Exemple", "homonym", "yes"));
        String version =
                FormClient.found(person.get("/app/offers/new"), "name=\"version\".*?<option value=\"([0-9a-f-]{36})\"");
        String offer = person.submit(
                "/app/offers/new",
                "/app/offers",
                Map.of(
                        "worker",
                        worker.substring(worker.lastIndexOf('/') + 1),
                        "version",
                        version,
                        "narrative",
                        "A préparé quatre chantiers.",
                        "noticeDay",
                        "today"));
        String slip = person.ask(offer, offer + "/slip", Map.of()).replace("<wbr>", "");
        String code = FormClient.found(slip, "class=\"big-code\">([0-9A-Z-]{19})<");
        String pin = FormClient.found(slip, "class=\"big-code\">(\\d{3}\\D{1,6}\\d{3})<")
                .replaceAll("\\D", "");
        return new Slip(offer.substring(offer.lastIndexOf('/') + 1), code, pin);
    }

    /** Revokes the newest badge. */
    void revokeNewest() {
        String path = FormClient.found(person.get("/app/credentials"), "href=\"(/app/credentials/[0-9a-f-]{36})\"");
        person.submit(path + "/revoke", path + "/revoke", Map.of("reason", "WRONG_CONTENT", "sure", "yes"));
    }
}
