package fr.badgesiae.api.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import fr.badgesiae.api.Route;
import fr.badgesiae.api.TestServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks pages in one language: axe at phone and desk width, horizontal scrolling at 320 pixels, language, title and one
 * heading. Collects its findings, so that one run reports every page.
 */
final class PageChecks {
    /** The field of a form in one line is as high as its button. */
    private static final String UNEVEN_ROW = """
            [...document.querySelectorAll('.inline-form')].some(form => {
              const [field, button] = ['input:not([type=hidden])', '.button']
                .map(one => form.querySelector(one)?.getBoundingClientRect());
              return field && button && Math.abs(field.height - button.height) > 1;
            })""";

    /** The user compares a typed code with the paper, so that the field shows all of it. */
    private static final String CUT_CODE = """
            [...document.querySelectorAll('input.code')].some(field => field.scrollWidth > field.clientWidth)""";

    private static final String TOO_WIDE = """
            [...document.querySelectorAll('main *, header *, footer *')]
              .filter(it => it.getBoundingClientRect().right > innerWidth + 1 && !it.closest('.desk-nav ul'))
              .map(it => it.outerHTML.slice(0, 90)).slice(0, 3).join(' … ')""";

    /** Words that stand on two lines although a line has room for them. Addresses and identifiers may break anywhere. */
    private static final String BROKEN_WORDS = """
            [...document.querySelectorAll('h1, h2, h3, dt, label, .button, main p, main dd')].flatMap(it => {
              const broken = [];
              const texts = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
              for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                for (const word of text.data.matchAll(/(?<![^\\s(«“’])\\p{L}{2,12}(?=$|[\\s.,;:!?)»”’])/gu)) {
                  const range = document.createRange();
                  range.setStart(text, word.index);
                  range.setEnd(text, word.index + word[0].length);
                  const tops = new Set([...range.getClientRects()].map(line => Math.round(line.top)));
                  if (tops.size > 1) broken.push(word[0]);
                }
              }
              return broken;
            }).slice(0, 5).join(' ')""";

    /** The two words of a share link change with the minute: pages are measured with the widest. */
    private static final String WIDEST_WORDS = """
            document.querySelectorAll('.words span:not(.code)').forEach(pair => pair.textContent = 'montagne – montagne')""";

    private final BrowserAndServer site;
    private final String language;
    private final List<Route> routes;
    private final Set<String> seen = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<Page, Response> answers = new HashMap<>();
    private int pictures;

    PageChecks(BrowserAndServer site, String language) {
        this.site = site;
        this.language = language;
        this.routes = Route.of(site.server().resources());
    }

    /** A page in a new browser context, ready to be checked. */
    Page page(BrowserContext person) {
        Page page = person.newPage();
        page.onResponse(response -> {
            if (response.request().isNavigationRequest() && response.status() / 100 != 3) {
                answers.put(page, response);
            }
        });
        return page;
    }

    TestServer server() {
        return site.server();
    }

    /** Opens an address and checks the page. */
    void go(Page page, String path) {
        page.navigate(site.url(path));
        look(page);
    }

    /** Presses a button or a link and checks the resulting page. */
    void press(Page page, String selector) {
        page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        page.evaluate("window.left = true");
        page.locator(selector).first().click();
        page.waitForFunction("() => !window.left && document.readyState !== 'loading'");
        look(page);
    }

    /** Presses, expects this status, and checks the page. */
    void press(Page page, String selector, int status) {
        press(page, selector);
        expect(page, status);
    }

    void go(Page page, String path, int status) {
        go(page, path);
        expect(page, status);
    }

    private void expect(Page page, int status) {
        int found = answers.get(page).status();
        if (found != status) {
            faults.add("%s answers %d, not %d".formatted(page.url(), found, status));
        }
    }

    private void look(Page page) {
        Response answer = answers.get(page);
        Request asked = asked(answer);
        String path = URI.create(asked.url()).getPath();
        String verb = asked.method();
        routes.stream()
                .filter(route -> route.verb().equals(verb) && route.leadsTo(path))
                .min(Comparator.comparingInt(route -> route.parameters().size()))
                .ifPresent(route -> seen.add(route.path() + " " + verb));
        String where = "%s %s (%s): ".formatted(verb, path, language);
        Object words = page.evaluate("[document.documentElement.lang, document.title.split(' – ')[0].trim(),"
                + " document.querySelectorAll('h1').length, document.querySelectorAll('main').length].join('|')");
        if (!words.toString().matches(language + "\\|.*\\S.*\\|1\\|1")) {
            faults.add(where + "language, title, headings, main: " + words);
        }
        language(page, verb, answer.status(), where);
        // Languages differ in text length, not in structure: one language is enough at desk width.
        for (int width : language.equals("fr") ? new int[] {1280, 360} : new int[] {360}) {
            page.setViewportSize(width, 740);
            Browser.axe(page).forEach(fault -> faults.add(where + width + " " + fault));
        }
        if (Boolean.TRUE.equals(page.evaluate(UNEVEN_ROW))) {
            faults.add(where + "a field and the button beside it differ in height");
        }
        pictures(page);
        page.evaluate(WIDEST_WORDS);
        page.setViewportSize(320, 640);
        if (Boolean.TRUE.equals(page.evaluate(CUT_CODE))) {
            faults.add(where + "a code does not fit into its field");
        }
        if (Browser.scrollsSideways(page)) {
            faults.add(where + "scrolls sideways: " + page.evaluate(TOO_WIDE));
        }
        largeText(page, where);
        page.setViewportSize(1280, 900);
    }

    /** Text at 200 % on a phone: nothing scrolls sideways, and no short word is broken. */
    private void largeText(Page page, String where) {
        page.setViewportSize(360, 740);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        if (Browser.scrollsSideways(page)) {
            faults.add(where + "scrolls sideways at 200 %: " + page.evaluate(TOO_WIDE));
        }
        Object broken = page.evaluate(BROKEN_WORDS);
        if (!broken.toString().isEmpty()) {
            faults.add(where + "breaks words at 200 %: " + broken);
        }
        page.evaluate("document.documentElement.style.fontSize = ''");
    }

    /** The form behind a kept answer; otherwise the request itself. */
    private static Request asked(Response answer) {
        Request request = answer.request();
        boolean kept = URI.create(request.url()).getPath().startsWith("/answers/");
        return kept && request.redirectedFrom() != null ? request.redirectedFrom() : request;
    }

    /** With {@code -Dbadges.screenshots=folder}: screenshots of every page, also as printed. */
    private void pictures(Page page) {
        String folder = System.getProperty("badges.screenshots");
        if (folder == null) {
            return;
        }
        pictures++;
        for (String kind : new String[] {"1280", "360", "print"}) {
            boolean paper = kind.equals("print");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(paper ? Media.PRINT : Media.SCREEN));
            page.setViewportSize(paper ? 718 : Integer.parseInt(kind), 740);
            String name = "%s-%03d-%s.png".formatted(language, pictures, kind);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of(folder, name)).setFullPage(true));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** Every page links to the other language, an answer to a form included. */
    private void language(Page page, String verb, int answered, String where) {
        Locator link = page.locator("a.language");
        if (link.count() != 1) {
            faults.add(where + "no link to the other language");
        } else if (verb.equals("POST")) {
            int status = page.request()
                    .get(site.url(link.getAttribute("href").replaceFirst("lang=..$", "lang=" + language)))
                    .status();
            if (status != answered) {
                faults.add(where + "the language link answers " + status);
            }
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** The routes of the checked pages, as path and verb. */
    Set<String> seen() {
        return Set.copyOf(seen);
    }
}
