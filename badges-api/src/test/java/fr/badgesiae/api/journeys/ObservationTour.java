package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What is seen at work: noted at the desk, read in the space, where the person also says what they can do. */
final class ObservationTour {
    private final PageChecks inspector;
    private final Page desk;
    private final Page phone;

    ObservationTour(PageChecks inspector, Page desk, Page phone) {
        this.inspector = inspector;
        this.desk = desk;
        this.phone = phone;
    }

    void play() {
        inspector.go(phone, "/me/seen", 200);
        inspector.go(desk, "/app/observations", 200);
        inspector.go(desk, "/app/observations/proposals", 200);
        badge();
        String seen = note();
        photograph(seen);
        inspector.go(desk, "/app/observations?said=objected", 200);
        inspector.go(desk, "/app/observations", 200);
        answer();
        inspector.go(desk, seen, 200);
        inspector.press(desk, "main a[href^='/app/workers/']", 200);
        new ClientTour(inspector, desk, phone).play(desk.url());
        inspector.go(desk, "/app", 200);
        words();
    }

    /** A badge with tasks, behind the other by its name. */
    private void badge() {
        inspector.go(desk, "/app/badges/new", 200);
        desk.fill("#f-name", "Tenir un chantier propre");
        desk.fill("#f-description", "Ranger et trier pendant le travail.");
        desk.selectOption("#f-category", "TECHNICAL");
        desk.fill("#f-criteria", "Range, trie, nettoie.");
        desk.fill("#f-tasks", "Un seul geste.");
        inspector.press(desk, "form[action='/app/badges'] button", 422);
        desk.fill("#f-tasks", "Range les outils.\nTrie les déchets.\nNettoie la zone.");
        inspector.press(desk, "form[action='/app/badges'] button", 200);
        inspector.press(desk, "main a[href$='/publish']", 200);
        inspector.press(desk, "form[action$='/publish'] button", 200);
    }

    private String note() {
        inspector.go(desk, "/app/observations/new", 200);
        desk.fill("#f-words", "nobody of this name");
        inspector.press(desk, "form[action='/app/observations/people'] button", 200);
        desk.fill("#f-words", "exemple");
        inspector.press(desk, "form[action='/app/observations/people'] button", 200);
        inspector.press(desk, "main .choices a", 200);
        inspector.press(desk, "main .choices li:last-child a", 200);
        inspector.press(desk, "form[action='/app/observations'] button", 422);
        desk.check("#f-tasks-0");
        desk.check("#f-manner-ALONE");
        desk.fill("#f-note", "Tout était prêt à huit heures, malgré une maladie.");
        inspector.press(desk, "form[action='/app/observations'] button", 200);
        String seen = desk.url().replaceFirst("\\?.*", "");
        inspector.press(desk, "main a[href$='/edit']", 200);
        desk.fill("#f-day", "2999-01-01");
        inspector.press(desk, "form[action$='/edit'] button", 422);
        inspector.go(desk, seen + "/delete", 200);
        inspector.go(desk, seen, 200);
        return seen;
    }

    private void photograph(String seen) {
        desk.setInputFiles("#f-image", new FilePayload("p.jpg", "image/jpeg", new byte[] {1, 2, 3}));
        inspector.press(desk, "form[action$='/photo'] button", 422);
        inspector.go(desk, seen, 200);
        desk.setInputFiles("#f-image", new FilePayload("p.jpg", "image/jpeg", picture()));
        inspector.press(desk, "form[action$='/photo'] button", 200);
    }

    private static byte[] picture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void answer() {
        inspector.go(phone, "/me/seen", 200);
        phone.click("main details summary");
        inspector.press(phone, "button[value=NOT_ME]", 200);
        inspector.go(desk, "/app/observations", 200);
        inspector.press(phone, "main form[action$='/objection'] button", 200);
    }

    private void words() {
        inspector.go(phone, "/me/words", 200);
        phone.fill("#f-words", "Je sais préparer un chantier.");
        inspector.press(phone, "form[action='/me/words'] button", 200);
        inspector.press(phone, "form[action='/me/words/delete'] button", 200);
        inspector.go(phone, "/me", 200);
    }
}
