package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every page keeps on paper. */
@ExtendWith(BrowserAndServer.Entrance.class)
class PaperTest {
    /** A printed page of the demonstration could pass for a real one; its header is of no use on paper. */
    @Test
    void aPrintedPageOfTheDemonstrationSaysThatNobodyIsReal(BrowserAndServer site) {
        try (BrowserContext office = site.desk()) {
            Page page = office.newPage();
            for (String path : List.of("/", "/verify", "/trust", "/privacy")) {
                page.navigate(site.url(path));
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(page.locator(".demo").isVisible()).as(path).isTrue();
                assertThat(page.locator(".demo").innerText()).contains("inventé");
                assertThat(page.locator(".brand").isVisible()).as(path).isFalse();
            }
        }
    }
}
