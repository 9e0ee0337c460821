package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A real Chromium for journeys. Without one the test is skipped with a warning, or fails if the build requires one. */
final class Browser implements AutoCloseable {
    private static final String AXE = source();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Browser(Path executable, List<String> more) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(Stream.concat(FLAGS.stream(), more.stream()).toList()));
    }

    static Browser open() {
        return open(List.of());
    }

    /** One whose camera shows a film, again and again. */
    static Browser withCamera(Path film) {
        return open(List.of(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film));
    }

    private static Browser open(List<String> more) {
        Optional<Path> executable = executable();
        boolean required = Boolean.getBoolean("badges.browser.required");
        if (executable.isEmpty() && required) {
            throw new IllegalStateException(
                    "This build requires a Chromium and found none: install one, or set CHROMIUM");
        }
        assumeTrue(
                executable.isPresent(),
                "SKIPPED, NOT PASSED: no Chromium found. Install one, or set CHROMIUM to its path.");
        return new Browser(executable.get(), more);
    }

    private static Optional<Path> executable() {
        String named = System.getenv("CHROMIUM");
        return Stream.concat(
                        Stream.ofNullable(named),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/usr/bin/google-chrome-stable"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser context of its own: it shares nothing with another one. */
    BrowserContext person(int width, int height, String language) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(language));
        context.setDefaultTimeout(15_000);
        return context;
    }

    /** A phone that runs no scripts. */
    BrowserContext withoutScripts() {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setJavaScriptEnabled(false)
                .setLocale("fr-FR"));
        context.setDefaultTimeout(15_000);
        return context;
    }

    /** Checks a page with axe and for horizontal scrolling. */
    static void inspect(Page page) {
        assertThat(axe(page)).as("axe on " + page.url()).isEmpty();
        assertThat(scrollsSideways(page))
                .as("sideways scrolling on " + page.url())
                .isFalse();
    }

    /** Violations that axe reports on a page. */
    static List<String> axe(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in globalThis"))) {
            page.evaluate("axe => { (0, eval)(axe); }", AXE);
        }
        Object found = page.evaluate("async () => { const r = await globalThis.axe.run(document,"
                + " {resultTypes: ['violations'], preload: false}); return r.violations.map(v => v.id + ': '"
                + " + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join('; ')); }");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    static boolean scrollsSideways(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** The text of the QR code in this element, decoded from its pixels. */
    static String scan(Locator element) {
        element.scrollIntoViewIfNeeded();
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(element.screenshot()));
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            LuminanceSource seen = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            return new QRCodeMultiReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                    .getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReaderException e) {
            throw new AssertionError("no QR code in this picture", e);
        }
    }

    private static String source() {
        try (InputStream source = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
