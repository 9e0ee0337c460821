package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.account.DemonstrationAccounts;
import fr.badgesiae.api.platform.DemonstrationData;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DemonstrationDataTest {
    private static Principal counsellor(DemonstrationAccounts.Member member) {
        return new Principal(member.account(), member.organisation(), Role.COUNSELLOR, "", "", new UUID(0, 0));
    }

    @Test
    void theInformedPersonOfTheFirstOrganisationHasAPathway() throws Exception {
        try (TestServer server = TestServer.start()) {
            DemonstrationAccounts.People people =
                    server.features().account().demonstration().seed(login -> "une phrase assez longue pour " + login);

            server.features()
                    .demonstrate(new DemonstrationData(
                            counsellor(people.firstCounsellor()),
                            counsellor(people.secondCounsellor()),
                            LocalDate.of(2027, 3, 1)));

            List<String> pathways = server.database()
                    .owner()
                    .withHandle(handle -> handle.createQuery(
                                    "SELECT w.first_name || ' ' || w.last_name || ' ' || p.starts_on FROM pathway p"
                                            + " JOIN worker w ON w.id = p.worker_id")
                            .mapTo(String.class)
                            .list());
            assertThat(pathways).containsExactly("Alix Exemple 2026-12-01");
        }
    }
}
