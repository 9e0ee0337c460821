package fr.badgesiae.api.logo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.achievement.image.ImageUpload;
import fr.badgesiae.api.achievement.image.UnusableImageException.Reason;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogoActsTest {
    private TestPlatform test;
    private Platform platform;
    private Principal ours;
    private Principal theirs;

    @BeforeAll
    void start() {
        test = TestPlatform.fresh();
        platform = test.platform();
        ours = member(test.organisation("Atelier des Deux Rives"));
        theirs = member(test.organisation("Jardins de l’Exemple"));
    }

    @AfterAll
    void stop() {
        test.close();
    }

    @BeforeEach
    void none() {
        new RemoveLogo(platform).apply(ours);
    }

    private Principal member(OrganisationId organisation) {
        UUID id = platform.ids().uuid();
        return new Principal(new AccountId(id), organisation, Role.ORG_ADMIN, "Direction", "Atelier", id);
    }

    private static byte[] svg(String content) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">" + content + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String shown(Principal of) {
        return new String(
                new ShowLogo(platform.database()).apply(of.organisation()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void anUploadTakesThePlaceOfTheInitialsAndIsCleaned() {
        assertThat(shown(ours)).contains(">AD</text>");
        assertThat(new ReplaceLogo(platform)
                        .apply(ours, svg("<script>alert(1)</script><circle cx=\"4\" cy=\"4\" r=\"4\"/>")))
                .isEmpty();
        assertThat(shown(ours)).contains("<circle").doesNotContain("script", "alert");
        assertThat(shown(theirs)).contains(">JE</text>");
        assertThat(new HasLogo(platform.database()).apply(ours.organisation())).isTrue();
        assertThat(new HasLogo(platform.database()).apply(theirs.organisation()))
                .isFalse();
    }

    @Test
    void anUnusableUploadChangesNothing() {
        new ReplaceLogo(platform).apply(ours, svg("<circle r=\"4\"/>"));
        assertThat(new ReplaceLogo(platform).apply(ours, new byte[] {1, 2, 3})).contains(Reason.NEITHER_PNG_NOR_SVG);
        assertThat(new ReplaceLogo(platform).apply(ours, new byte[ImageUpload.MAX_BYTES + 1]))
                .contains(Reason.TOO_LARGE);
        assertThat(shown(ours)).contains("<circle");
    }

    @Test
    void aSecondUploadReplacesTheFirstAndRemovingBringsTheInitialsBack() {
        new ReplaceLogo(platform).apply(ours, svg("<circle r=\"4\"/>"));
        new ReplaceLogo(platform).apply(ours, svg("<rect width=\"4\" height=\"4\"/>"));
        assertThat(shown(ours)).contains("<rect").doesNotContain("<circle");
        new RemoveLogo(platform).apply(ours);
        assertThat(shown(ours)).contains(">AD</text>");
    }

    @Test
    void anUnknownOrganisationHasNone() {
        assertThatThrownBy(() -> new ShowLogo(platform.database())
                        .apply(new OrganisationId(platform.ids().uuid())))
                .isInstanceOf(ProblemException.class);
    }
}
