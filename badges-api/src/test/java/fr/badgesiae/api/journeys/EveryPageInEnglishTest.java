package fr.badgesiae.api.journeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tour of {@link EveryPageTest} in English: a class of its own, so that the two processes of the tests share the tours. */
@ExtendWith(BrowserAndServer.Entrance.class)
class EveryPageInEnglishTest {
    @Test
    void everyPageIsFreeOfFaultsInEnglish(BrowserAndServer site) {
        EveryPageTest.tour(site, "en", "73282932020015");
    }
}
