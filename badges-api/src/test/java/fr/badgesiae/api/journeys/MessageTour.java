package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** A message of a network: written, read by a member, withdrawn. */
final class MessageTour {
    private final PageChecks inspector;

    MessageTour(PageChecks inspector) {
        this.inspector = inspector;
    }

    /** @param member of an organisation of the network */
    void play(Page network, Page member) {
        inspector.go(network, "/app/network/messages", 200);
        write(network);
        inspector.go(member, "/app", 200);
        inspector.press(member, "main a[href='/app/messages']", 200);
        inspector.press(member, "form[action$='/close'] button", 200);
        inspector.press(network, "main a[href$='/withdraw']", 200);
        inspector.press(network, "form[action$='/withdraw'] button", 200);
    }

    private void write(Page network) {
        inspector.press(network, "main a[href='/app/network/messages/new']", 200);
        inspector.press(network, "form[action='/app/network/messages'] button", 422);
        network.fill("#f-title", "Journée du réseau");
        network.fill("#f-body", "Rendez-vous le 12 mars.\nhttps://reseau.invalid/journee");
        inspector.press(network, "form[action='/app/network/messages'] button", 200);
    }
}
