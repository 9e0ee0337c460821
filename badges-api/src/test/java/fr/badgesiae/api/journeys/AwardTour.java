package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The pages from an offer to a revoked badge: desk, worker's phone, employer's phone. */
final class AwardTour {
    private static final String PIN = "407193";
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");
    private static final String OTHER_PIN = "271828";

    private final PageChecks inspector;
    private final Page desk;
    private final Page phone;

    AwardTour(PageChecks inspector, Page desk, Page phone) {
        this.inspector = inspector;
        this.desk = desk;
        this.phone = phone;
    }

    void play() {
        String offer = offer();
        String[] slip = slip(offer);
        read(slip);
        dispute();
        correct(offer);
        slip = slip(offer);
        accept(slip);
        space();
        new RequestTour(inspector, desk, phone).play();
        new EventTour(inspector, desk, phone).play();
        String share = share();
        scan(share);
        close(share);
        reopen(offer);
        revoke();
        new JoiningTour(inspector, phone).play(inPerson(), PIN, OTHER_PIN);
    }

    private String offer() {
        inspector.press(desk, "main a[href^='/app/offers/new']", 200);
        inspector.press(desk, "main form button", 422);
        desk.selectOption("#f-version", new SelectOption().setIndex(1));
        desk.fill("#f-narrative", "Alix a préparé quatre chantiers, de la liste des outils à la zone balisée.");
        proof();
        desk.fill("#f-evidence", "Fiche de chantier du 3 mars.");
        inspector.press(desk, "main form button", 200);
        inspector.press(desk, "form[action='/app/offers/edit'] button", 200);
        desk.click("main form button");
        if (desk.locator("#f-noticeDay-today").count() > 0) {
            inspector.press(desk, "form[action='/app/offers'] button", 422);
            desk.check("#f-noticeDay-today");
        }
        inspector.press(desk, "form[action='/app/offers'] button", 200);
        String offer = desk.url().replaceFirst("\\?.*", "");
        new WaitingTour(inspector, desk).play(offer);
        sheets();
        return offer;
    }

    /** A line of evidence is added; what was typed stays. */
    private void proof() {
        desk.click("main form details summary");
        inspector.press(desk, "button[name=proof-add]", 422);
        desk.check("#f-proof-kind-TRAINING");
        desk.fill("#f-proof-what", "Gestes et postures");
        desk.fill("#f-proof-who", "Exemple Formation");
        desk.fill("#f-proof-from", "2026-03-03");
        desk.fill("#f-proof-hours", "14");
        inspector.press(desk, "button[name=proof-add]", 200);
    }

    /** Slips of several offers; here of one. */
    private void sheets() {
        inspector.go(desk, "/app/slips", 200);
        desk.locator("input[name=offers]").all().forEach(Locator::uncheck);
        inspector.press(desk, "form[action='/app/slips'] .actions button", 422);
        desk.locator("input[name=offers]").first().check();
        inspector.press(desk, "form[action='/app/slips'] .actions button", 200);
        new AwardRunTour(inspector, desk).play();
        new FiguresTour(inspector).organisation(desk);
    }

    private String[] slip(String offer) {
        desk.navigate(offer);
        inspector.press(desk, "form[action$='/slip'] button", 200);
        String[] slip = {
            desk.locator(".big-code").first().innerText(),
            desk.locator(".big-code").last().innerText()
        };
        desk.navigate(offer);
        inspector.press(desk, "form[action$='/slip'] button[name=large]", 200);
        for (String path :
                new String[] {offer, offer + "/cancel", offer + "/reissue", offer + "/correct", "/app/offers"}) {
            inspector.go(desk, path, 200);
        }
        desk.fill("#f-words", "peindre");
        inspector.press(desk, "form[action$='/search'] button", 200);
        return slip;
    }

    private void open(String[] slip) {
        inspector.go(phone, "/claim/" + slip[0], 200);
        phone.fill("#f-pin", slip[1]);
        inspector.press(phone, "main form button", 200);
    }

    private void read(String[] slip) {
        inspector.go(phone, "/claim/" + slip[0], 200);
        phone.fill("#f-pin", "000001");
        inspector.press(phone, "main form button", 422);
        open(slip);
        inspector.press(phone, "main a[href='/claim/badge/name']", 200);
        inspector.press(phone, "main form button", 200);
        inspector.press(phone, "main a[href='/claim/badge/refuse']", 200);
        inspector.go(phone, "/claim/badge/error", 200);
        inspector.press(phone, "main form button", 422);
    }

    private void dispute() {
        phone.check("input[name=error]");
        inspector.press(phone, "main form button", 200);
    }

    private void correct(String offer) {
        inspector.go(desk, offer, 200);
        inspector.go(desk, offer + "/correct", 200);
        desk.fill("#f-narrative", "");
        inspector.press(desk, "main form button", 422);
        desk.fill("#f-narrative", "Alix a préparé trois chantiers, et a rangé les outils. ".repeat(12));
        inspector.press(desk, "main form button", 200);
    }

    private void accept(String[] slip) {
        open(slip);
        phone.navigate(phone.url() + "/answer?name=NONE&evidence=yes");
        inspector.press(phone, "form[action='/claim/badge/accept'] button", 200);
        phone.fill("#f-pin", "123456");
        phone.fill("#f-again", "123456");
        inspector.press(phone, "main form button", 422);
        phone.fill("#f-pin", PIN);
        phone.fill("#f-again", PIN);
        inspector.press(phone, "main form button", 200);
        inspector.press(phone, "main a[href='/claim/badge/card']", 200);
        inspector.press(phone, "form[action='/claim/badge/card'] button", 200);
        inspector.go(desk, "/claim/" + slip[0], 200);
    }

    private void space() {
        new PhoneTour(inspector, phone).play(PIN);
        new ObservationTour(inspector, desk, phone).play();
        inspector.go(phone, "/me/data", 200);
        inspector.go(phone, "/me/data/erase", 200);
        inspector.press(phone, "form[action='/me/data/erase'] button", 422);
        inspector.go(phone, "/me/data/erased", 200);
        inspector.go(phone, "/me/pin", 200);
        inspector.press(phone, "form[action='/me/pin'] button", 422);
        inspector.go(phone, "/me/card", 200);
        phone.click("main details:has(form[action='/me/card']) summary");
        inspector.press(phone, "form[action='/me/card'] button", 422);
        phone.fill("#f-pin", PIN);
        inspector.press(phone, "form[action='/me/card'] button", 200);
        inspector.go(phone, "/me", 200);
    }

    private String share() {
        inspector.go(phone, "/me", 200);
        inspector.press(phone, "main a[href^='/me/badges/']", 200);
        inspector.press(phone, "form[action$='/share'] button", 422);
        inspector.press(phone, "button[formaction$='/preview']", 200);
        phone.goBack();
        phone.fill("#f-label", "Entretien du garage");
        inspector.press(phone, "button[formaction$='/preview']", 200);
        inspector.press(phone, "button[formaction$='/form']", 200);
        assertThat(phone.inputValue("#f-label")).isEqualTo("Entretien du garage");
        inspector.press(phone, "form[action$='/share'] button", 200);
        inspector.go(phone, "/me", 200);
        phone.click("main a[href^='/me/badges/']");
        inspector.press(phone, "main a[href$='/withdraw']", 200);
        phone.goBack();
        String badge = phone.url();
        inspector.press(phone, "main a[href$='/offline']", 200);
        inspector.press(phone, "form[action$='/offline'] button", 200);
        inspector.go(phone, badge, 200);
        inspector.press(phone, "main a[href^='/me/copies/']", 200);
        inspector.go(phone, badge, 200);
        inspector.press(phone, "main a[href^='/me/links/']", 200);
        String link = phone.url();
        inspector.press(phone, "main a[href$='/change']", 200);
        phone.fill("#f-label", " ");
        inspector.press(phone, "form[action$='/change'] button", 422);
        phone.fill("#f-label", "Entretien d’embauche");
        phone.selectOption("#f-days", "30");
        inspector.press(phone, "form[action$='/change'] button", 200);
        several();
        new ImportTour(inspector, phone).play();
        new WalletTour(inspector, phone, desk).play();
        new ContactTour(inspector, phone, desk).play();
        inspector.go(phone, link, 200);
        makePublic();
        inspector.go(phone, link, 200);
        send(link);
        inspector.go(phone, link, 200);
        return phone.getAttribute("main a:has(code)", "href");
    }

    /** In the form of Open Badges 2.0, and no longer. */
    private void makePublic() {
        phone.navigate(phone.url().replaceFirst("/me/.*", "/me"));
        phone.click("main a[href^='/me/badges/']");
        phone.click("main details:has(a[href$='/public']) summary");
        inspector.press(phone, "main a[href$='/public']", 200);
        inspector.press(phone, "form[action$='/public'] button", 200);
        String decision = phone.url();
        inspector.go(phone, "/me/public", 200);
        phone.navigate(decision);
        inspector.press(phone, "main a[href$='/public/withdraw']", 200);
        inspector.press(phone, "form[action$='/public/withdraw'] button", 200);
    }

    /** The button stands where the phone has a sheet to send with, and gives it the address alone with a title of nobody. */
    private void send(String link) {
        assertThat(phone.isVisible("[data-share]")).isFalse();
        phone.addInitScript("navigator.share = (data) => { window.sent = data; return Promise.reject(); };");
        inspector.go(phone, link, 200);
        phone.click("[data-share]");
        assertThat(phone.evaluate("window.sent.url"))
                .isEqualTo(phone.locator("main a:has(code) code").innerText());
        assertThat((String) phone.evaluate("window.sent.title")).isIn("Vérification d’un badge", "Checking a badge");
    }

    /** One link for several badges, here with the one there is. */
    private void several() {
        inspector.go(phone, "/me/portfolios", 200);
        inspector.press(phone, "form[action='/me/portfolios'] button", 422);
        phone.check("input[name=badges]");
        phone.fill("#f-message", "Je cherche un poste.");
        phone.fill("#f-label", "Plusieurs garages");
        inspector.press(phone, "form[action='/me/portfolios'] button", 200);
        String portfolio = phone.url();
        inspector.press(phone, "main a[href$='/change']", 200);
        phone.fill("#f-label", " ");
        inspector.press(phone, "form[action$='/change'] button", 422);
        inspector.go(phone, portfolio, 200);
        String shared = phone.getAttribute("main a:has(code)", "href");
        inspector.go(desk, shared, 200);
        inspector.press(desk, "main .badges a", 200);
        inspector.press(phone, "form[action$='/off'] button", 200);
    }

    private void scan(String share) {
        inspector.go(desk, share, 200);
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        byte[] paper = desk.pdf(new Page.PdfOptions().setFormat("A4").setPrintBackground(true));
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        inspector.go(desk, share + "?facile=1", 200);
        verify(paper);
    }

    /** The page printed into a PDF is one sheet, and is verified by the QR code on it. */
    private void verify(byte[] paper) {
        String written = new String(paper, StandardCharsets.ISO_8859_1);
        assertThat(SHEET.matcher(written).results().count())
                .as("sheets of the printed page")
                .isEqualTo(1);
        inspector.go(desk, "/verify", 200);
        desk.setInputFiles("#f-file", new FilePayload("page.pdf", "application/pdf", paper));
        inspector.press(desk, "main form button", 200);
        assertThat(desk.locator("h1").innerText()).isIn("Authentique", "Authentic");
    }

    private void close(String share) {
        String badge = phone.getAttribute("main a[href^='/me/badges/']", "href");
        String link = phone.url();
        inspector.press(phone, "form[action$='/off'] button", 200);
        inspector.go(desk, share, 410);
        new OpenidTour(inspector, phone).play(badge);
        phone.fill("#f-label", "Un autre garage");
        phone.click("form[action$='/share'] button");
        inspector.go(phone, link, 200);
    }

    /** Card lost: the desk makes a slip, the space tells of it, the slip makes a new card, the former card confirms. */
    private void reopen(String offer) {
        inspector.go(phone, "/claim/lost", 200);
        phone.fill("#f-code", "AAAA");
        inspector.press(phone, "form[action='/claim/lost'] button", 422);
        phone.navigate(phone.url().replaceFirst("/(claim|answers)/.*", "/me/card"));
        String former = phone.locator(".big-code").innerText();
        String[] slip = accessSlip(offer);
        inspector.go(phone, "/me", 200);
        inspector.press(phone, "main a[href='/me/reopening']", 200);
        inspector.go(phone, "/access/" + slip[0], 200);
        use(slip, "111111", 422);
        use(slip, OTHER_PIN, 200);
        inspector.go(phone, "/access/" + slip[0], 200);
        phone.fill("#f-pin", OTHER_PIN);
        inspector.press(phone, "form[action$='/card'] button", 200);
        inspector.go(desk, "/access/ABCD-EFGH-JKMN-PQRS", 404);
        inspector.go(phone, "/me/open/" + former, 200);
        phone.fill("#f-pin", PIN);
        inspector.press(phone, "form[action='/me/open'] button", 200);
        phone.fill("#f-pin", PIN);
        inspector.press(phone, "button[name=me][value=yes]", 200);
    }

    private void use(String[] slip, String pin, int status) {
        phone.fill("#f-slip", slip[1]);
        phone.fill("#f-pin", pin);
        phone.fill("#f-again", pin);
        inspector.press(phone, "main form button", status);
    }

    private String[] accessSlip(String offer) {
        desk.navigate(offer);
        inspector.press(desk, "main a[href^='/app/workers/']", 200);
        inspector.press(desk, "main a[href$='/access']", 200);
        String access = desk.url().replaceFirst("\\?.*", "");
        inspector.press(desk, "form[action$='/access'] button", 422);
        desk.check("input[name=reason]");
        desk.check("#f-present");
        inspector.press(desk, "form[action$='/access'] button", 200);
        inspector.press(desk, "form[action$='/slip'] button[name=large]", 200);
        inspector.go(desk, access, 200);
        inspector.press(desk, "form[action$='/slip'] button", 200);
        return new String[] {
            desk.locator(".big-code").first().innerText(),
            desk.locator(".big-code").last().innerText()
        };
    }

    private void revoke() {
        inspector.go(desk, "/app/credentials", 200);
        inspector.press(desk, "main .rows tbody a", 200);
        String credential = desk.url().replaceFirst("\\?.*", "");
        new LifeTour(inspector, desk, phone).play(credential);
        credential = desk.url().replaceFirst("\\?.*", "");
        inspector.press(desk, "main a[href$='/revoke']", 200);
        inspector.press(desk, "main form button", 422);
        desk.check("input[name=reason]");
        desk.check("#f-sure");
        inspector.press(desk, "main form button", 200);
        inspector.go(desk, "/app/credentials", 200);
        desk.navigate(credential);
        inspector.go(phone, "/me", 200);
        inspector.press(phone, "main a[href^='/me/badges/']", 200);
        phone.click("main a[href^='/me/links/']");
        String share = phone.getAttribute("main a:has(code)", "href");
        inspector.go(desk, share, 200);
        inspector.go(desk, share + "?facile=1", 200);
    }

    /** The number of the card that the person left with. */
    private String inPerson() {
        desk.navigate(desk.url().replaceFirst("/v/.*", "/app/workers/new"));
        desk.fill("#f-firstName", "Dominique");
        desk.fill("#f-lastName", "Modèle");
        desk.click("main form button");
        desk.click("main a[href^='/app/offers/new']");
        desk.selectOption("#f-version", new SelectOption().setIndex(1));
        desk.fill("#f-narrative", "Alix a préparé un chantier.");
        desk.click("main form button");
        desk.check("#f-noticeDay-today");
        desk.click("form[action='/app/offers'] button");
        inspector.press(desk, "form[action$='/in-person'] button", 200);
        inspector.go(desk, "/claim/badge/answer", 200);
        desk.click("form[action='/claim/badge/accept'] button");
        desk.fill("#f-pin", PIN);
        desk.fill("#f-again", PIN);
        inspector.press(desk, "main form button", 200);
        String card = desk.locator(".big-code").first().innerText();
        inspector.press(desk, "main a[href='/claim/badge/card']", 200);
        inspector.press(desk, "form[action='/claim/badge/card'] button", 200);
        inspector.press(desk, "main a[href='/signin/wake']", 200);
        inspector.press(desk, "main form button", 422);
        return card;
    }
}
