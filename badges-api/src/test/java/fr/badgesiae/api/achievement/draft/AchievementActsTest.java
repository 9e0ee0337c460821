package fr.badgesiae.api.achievement.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.draft.SaveAchievement.Outcome;
import fr.badgesiae.api.achievement.form.AchievementForm;
import fr.badgesiae.api.achievement.image.DefaultImage;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.achievement.image.UnusableImageException.Reason;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AchievementActsTest {
    private static final byte[] SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle cx=\"4\" cy=\"4\" r=\"4\"/></svg>"
                    .getBytes(StandardCharsets.UTF_8);

    private TestPlatform test;
    private Platform platform;
    private Database database;
    private SaveAchievement save;
    private PublishAchievement publish;
    private Principal ours;
    private Principal theirs;
    private AchievementId badge;

    @BeforeAll
    void start() {
        test = TestPlatform.fresh();
        platform = test.platform();
        database = platform.database();
        save = new SaveAchievement(platform);
        publish = new PublishAchievement(platform);
        ours = member(test.organisation("Atelier des Deux Rives"));
        theirs = member(test.organisation("Jardins de l’Exemple"));
    }

    @AfterAll
    void stop() {
        test.close();
    }

    @BeforeEach
    void create() {
        badge = new CreateAchievement(platform).apply(ours, content("Préparer un chantier"));
    }

    private Principal member(OrganisationId organisation) {
        UUID id = platform.ids().uuid();
        return new Principal(new AccountId(id), organisation, Role.COUNSELLOR, "Conseil", "Atelier", id);
    }

    private static AchievementContent content(String name) {
        return new AchievementContent(
                name, "Texte", "Critère", Category.TECHNICAL, null, null, EvidencePolicy.NONE, "fr", List.of());
    }

    private static AchievementForm form(String name) {
        return AchievementForm.of(content(name));
    }

    private Publication shown() {
        return new ShowAchievement(database).apply(ours.organisation(), badge);
    }

    private int revision() {
        return shown().draft().revision();
    }

    @Test
    void anUnchangedDraftPublishesNoFurtherVersion() {
        assertThat(shown().upToDate()).isFalse();
        assertThat(publish.apply(ours, badge)).isEqualTo(1);
        assertThat(shown().upToDate()).isTrue();
        assertThat(shown().draft().state()).isEqualTo(AchievementState.PUBLISHED);
        assertThat(publish.apply(ours, badge)).isEqualTo(1);
    }

    @Test
    void otherWordsOrAnotherImageAreNotUpToDate() {
        publish.apply(ours, badge);
        save.apply(ours, badge, revision(), form("Ranger un chantier"));
        assertThat(shown().upToDate()).isFalse();
        assertThat(publish.apply(ours, badge)).isEqualTo(2);
        assertThat(shown().upToDate()).isTrue();
        new ReplaceImage(platform).apply(ours, badge, SVG);
        assertThat(shown().upToDate()).isFalse();
        assertThat(publish.apply(ours, badge)).isEqualTo(3);
        assertThat(shown().upToDate()).isTrue();
        new RemoveImage(platform).apply(ours, badge);
        assertThat(shown().upToDate()).isFalse();
    }

    @Test
    void anOlderRevisionAnswersWithTheContentSavedSince() {
        int read = revision();
        assertThat(save.apply(ours, badge, read, form("Premier"))).isInstanceOf(Outcome.Saved.class);
        assertThat(save.apply(ours, badge, read, form("Premier"))).isInstanceOf(Outcome.Saved.class);
        assertThat(save.apply(ours, badge, read, form("Second"))).isEqualTo(new Outcome.SavedSince(shown().draft()));
        assertThat(shown().draft().content()).isEqualTo(content("Premier"));
    }

    @Test
    void aFormWithErrorsIsNotSaved() {
        assertThat(save.apply(ours, badge, revision(), AchievementForm.empty())).isInstanceOf(Outcome.Invalid.class);
        assertThat(shown().draft().content()).isEqualTo(content("Préparer un chantier"));
    }

    @Test
    void anArchivedBadgeIsNotSavedUntilRestored() {
        new ArchiveAchievement(platform).apply(ours, badge);
        assertThat(save.apply(ours, badge, revision(), form("Autre"))).isInstanceOf(Outcome.Archived.class);
        new RestoreAchievement(platform).apply(ours, badge);
        assertThat(shown().draft().state()).isEqualTo(AchievementState.DRAFT);
        assertThat(save.apply(ours, badge, revision(), form("Autre"))).isInstanceOf(Outcome.Saved.class);
    }

    @Test
    void anUnusableUploadChangesNothing() {
        ShowImage image = new ShowImage(database);
        StoredImage drawn = DefaultImage.draw(content("Préparer un chantier"));
        assertThat(new ReplaceImage(platform).apply(ours, badge, new byte[] {1, 2, 3}))
                .isEqualTo(new ReplaceImage.Outcome.Unusable(Reason.NEITHER_PNG_NOR_SVG));
        assertThat(image.apply(ours.organisation(), badge).bytes()).isEqualTo(drawn.bytes());
        new ReplaceImage(platform).apply(ours, badge, SVG);
        assertThat(image.apply(ours.organisation(), badge).bytes()).isNotEqualTo(drawn.bytes());
    }

    @Test
    void anotherOrganisationFindsNothing() {
        OrganisationId other = theirs.organisation();
        assertThatThrownBy(() -> new ShowAchievement(database).apply(other, badge))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new FindAchievement(database).apply(other, badge))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new ShowImage(database).apply(other, badge)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> save.apply(theirs, badge, 1, AchievementForm.empty()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> publish.apply(theirs, badge)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new ArchiveAchievement(platform).apply(theirs, badge))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new RestoreAchievement(platform).apply(theirs, badge))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new ReplaceImage(platform).apply(theirs, badge, SVG))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new RemoveImage(platform).apply(theirs, badge)).isInstanceOf(ProblemException.class);
        assertThat(new ListAchievements(database).apply(other, false, "", null).lines())
                .isEmpty();
        assertThat(shown().draft().state()).isEqualTo(AchievementState.DRAFT);
    }
}
