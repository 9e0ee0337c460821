package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks pages in both pseudo-languages and in Arabic: words, direction, width. Collects its findings. */
final class PseudoChecks {
    /**
     * Words outside of the brackets of the pseudo-language. What comes from people stands in an element with a language or a
     * direction of its own; a day is written alone.
     */
    private static final String BARE_WORDS = """
            () => {
              const bare = text => {
                let rest = text;
                for (let before = ''; before !== rest;) {
                  before = rest;
                  rest = rest.replace(/\\[[^\\[\\]]*\\]/g, ' ');
                }
                rest = rest.replace(/\\((PNG|SVG)\\)/g, ' ');
                return rest.replace(/\\d{1,2}(er)?\\s\\p{L}+\\s\\d{4}/gu, ' ').match(/\\p{L}{2,}/gu);
              };
              const found = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                const owner = text.parentElement;
                if (owner.closest('body [lang], body [dir], bdi, .brand, script, textarea')) continue;
                // An option holds no element that could say that it is a name.
                const words = owner.matches('option') ? text.data.replace('Peindre un mur', '') : text.data;
                if (bare(words)) found.push(text.data.trim());
              }
              for (const it of document.querySelectorAll('body *:not([data-keep])')) {
                for (const name of ['alt', 'title', 'aria-label', 'placeholder', 'data-done', 'data-title']) {
                  if (it.hasAttribute(name) && bare(it.getAttribute(name))) found.push(name + '=' + it.getAttribute(name));
                }
              }
              if (bare(document.title.split(' – ')[0].replace('Peindre un mur', ''))) found.push('title: ' + document.title);
              return found;
            }""";

    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('main *, header *, footer *')]
              .filter(it => it.getBoundingClientRect().right > innerWidth + 1 || it.getBoundingClientRect().left < -1)
              .filter(it => !it.matches('.skip, .visually-hidden'))
              .map(it => it.outerHTML.slice(0, 90)).slice(0, 3).join(' … ')""";

    private static final @Nullable Path PICTURES =
            System.getProperty("badges.screenshots") == null ? null : Path.of(System.getProperty("badges.screenshots"));

    private final List<String> faults = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    List<String> faults() {
        return faults;
    }

    List<String> seen() {
        return seen;
    }

    static void picture(Page page, String name) {
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        }
    }

    void go(Page phone, String address) {
        phone.navigate(address);
        look(phone);
    }

    void press(Page phone, String selector) {
        phone.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        phone.evaluate("window.left = true");
        phone.locator(selector).first().click();
        phone.waitForFunction("() => !window.left && document.readyState !== 'loading'");
        look(phone);
    }

    /** Checks the page, and where it can be opened again, the same in the mirrored language and in Arabic. */
    private void look(Page phone) {
        check(phone, "qps", "ltr");
        String address = phone.url();
        String bare = address.replaceFirst("[?&]lang=[a-z]+", "");
        String to = bare + (bare.contains("?") ? "&" : "?") + "lang=";
        String links = String.valueOf(phone.evaluate(
                "[...document.querySelectorAll('a.language')].map(link => link.lang + ' ' + link.href).join('\\n')"));
        if (links.isEmpty() || !links.contains("qpm ")) {
            return;
        }
        for (String language : List.of("qpm", "ar")) {
            phone.navigate(to + language);
            check(phone, language, "rtl");
        }
        phone.navigate(to + "qps");
    }

    /** What axe finds. The tags of the pseudo-languages, in their links, are of no language that it knows. */
    static List<String> axe(Page phone) {
        return Browser.axe(phone).stream()
                .filter(found -> !found.startsWith("valid-lang"))
                .toList();
    }

    private void check(Page phone, String language, String direction) {
        String page = phone.url().replaceFirst("https?://[^/]*", "") + " in " + language;
        seen.add(page);
        String spoken = String.valueOf(phone.evaluate("document.documentElement.lang"));
        String written = String.valueOf(phone.evaluate("getComputedStyle(document.documentElement).direction"));
        if (!spoken.equals(language) || !written.equals(direction)) {
            faults.add(page + ": is in " + spoken + " " + written);
        }
        if (Browser.scrollsSideways(phone)) {
            faults.add(page + ": scrolls sideways: " + phone.evaluate(TOO_WIDE));
        }
        if (!language.equals("ar")) {
            ((List<?>) phone.evaluate(BARE_WORDS)).forEach(words -> faults.add(page + ": in no bundle: " + words));
        } else {
            axe(phone).forEach(found -> faults.add(page + ": " + found));
        }
        picture(phone, language + "-" + seen.size());
    }
}
