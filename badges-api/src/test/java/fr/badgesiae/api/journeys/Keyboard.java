package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;

/** A page used by keyboard only. Each Tab stop must have a visible focus and must not precede the stop before it. */
final class Keyboard {
    private static final int MOST_STOPS = 60;

    /** The focused element, whether its focus is visible, and its position. */
    private static final String FOCUSED = """
            wanted => {
              const it = document.activeElement, box = it.getClientRects()[0] ?? it.getBoundingClientRect(), style = getComputedStyle(it);
              const x = box.left + Math.min(box.width, 20) / 2, y = box.top + Math.min(box.height, 20) / 2;
              const top = document.elementFromPoint(x, y);
              const before = window.lastStop;
              window.lastStop = {it, top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right};
              const now = window.lastStop;
              const above = before && now.bottom <= before.top + 1;
              const leftOf = before && now.right <= before.left + 1 && now.bottom <= before.bottom + 1;
              const earlier = before && before.it !== it && before.it.isConnected
                  && !(before.it.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING);
              return {
                name: (it.tagName + ' ' + (it.innerText || it.name || '')).slice(0, 60),
                somewhere: it !== document.body,
                found: it.matches(wanted),
                outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                uncovered: top !== null && (it === top || it.contains(top)),
                inOrder: !above && !leftOf && !earlier,
              };
            }
            """;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses Tab until the element has the focus. */
    Keyboard to(String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if (look(selector)) {
                return this;
            }
        }
        throw new AssertionError("Tab never reaches " + selector + " on " + page.url());
    }

    private boolean look(String wanted) {
        Map<?, ?> seen = (Map<?, ?>) page.evaluate(FOCUSED, wanted);
        String where = seen.get("name") + " on " + page.url();
        assertThat(seen.get("somewhere")).as("the focus is lost after " + where).isEqualTo(true);
        assertThat(seen.get("outlined")).as("focus outline of " + where).isEqualTo(true);
        assertThat(seen.get("uncovered")).as("nothing covers " + where).isEqualTo(true);
        assertThat(seen.get("inOrder")).as("reading order of " + where).isEqualTo(true);
        return Boolean.TRUE.equals(seen.get("found"));
    }

    /** Uses the skip link, the first stop of every page. */
    Keyboard skip() {
        to(".skip").press("Enter");
        return from("#main");
    }

    /** The position after a jump inside the page: order is checked from here. */
    Keyboard from(String selector) {
        assertThat(page.evaluate("wanted => document.activeElement.matches(wanted)", selector))
                .as("the jump to " + selector)
                .isEqualTo(true);
        page.evaluate("window.lastStop = null");
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Presses the key and waits for the next page. */
    Keyboard leave(String key) {
        page.evaluate("window.left = true");
        page.keyboard().press(key);
        page.waitForFunction("() => !window.left && document.readyState === 'complete'");
        assertThat(page.title()).isNotBlank();
        return this;
    }

    Keyboard follow(String selector) {
        return to(selector).leave("Enter");
    }
}
