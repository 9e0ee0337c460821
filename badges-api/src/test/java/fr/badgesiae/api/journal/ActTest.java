package fr.badgesiae.api.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.web.WebHarness;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each audit code has its kind and its sentences. */
class ActTest {
    private static final Path BUNDLES = Path.of("src/main/resources/fr/badgesiae/api/journal");

    private final Messages messages = new Messages();

    private static List<String> codes() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/fr/badgesiae/api/audit-codes.txt"));
    }

    private static Set<String> keys(Locale language, String prefix) throws IOException {
        Properties bundle = new Properties();
        try (Reader text =
                Files.newBufferedReader(BUNDLES.resolve("messages_" + language.getLanguage() + ".properties"))) {
            bundle.load(text);
        }
        return bundle.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .filter(key -> key.equals(key.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    @Test
    void everyAuditCodeHasItsKind() throws IOException {
        assertThat(Arrays.stream(Act.values()).map(Enum::name)).containsExactlyInAnyOrderElementsOf(codes());
    }

    @Test
    void everyActOfAnOrganisationHasItsSentenceAndNoSentenceIsLeftOver() throws IOException {
        Set<String> ofOrganisations = Arrays.stream(Act.values())
                .filter(act -> act.kind() != ActKind.SPACE)
                .map(Enum::name)
                .collect(Collectors.toSet());
        for (Locale language : Languages.OFFERED) {
            assertThat(keys(language, "journal.act.")).as(language.toString()).isEqualTo(ofOrganisations);
        }
    }

    /** The service joins nothing and is no operator: what it did for somebody has a sentence of its own. */
    @Test
    void whatTheServiceDidForSomebodyHasItsOwnSentence() throws IOException {
        for (Locale language : Languages.OFFERED) {
            assertThat(keys(language, "journal.service."))
                    .as(language.toString())
                    .containsExactlyInAnyOrder(
                            "MEMBER_JOINED", "ADMIN_CREATED", "ADMIN_RECOVERED", "ORGANISATION_CREATED");
        }
        assertThat(line("MEMBER_JOINED", Actor.Kind.SYSTEM).text(french()))
                .isEqualTo("Le service a ouvert un compte dans l’équipe\u00a0: «\u00a0Conseil\u00a0».");
        assertThat(line("MEMBER_JOINED", Actor.Kind.ACCOUNT).text(french())).isEqualTo("Conseil a rejoint l’équipe.");
        assertThat(line("OFFER_REISSUED", Actor.Kind.SYSTEM).text(french()))
                .startsWith("Le service a fait un nouveau ticket");
    }

    private static PageContext french() {
        ContainerRequest request = new ContainerRequest(
                URI.create("https://badges.example/"),
                URI.create("https://badges.example/app/journal"),
                "GET",
                null,
                new MapPropertiesDelegate(),
                null);
        request.header("Accept-Language", "fr");
        return WebHarness.pages().publicContext(request);
    }

    private static JournalLine line(String code, Actor.Kind by) {
        return new JournalLine(Instant.EPOCH, code, by, "Conseil", null, null, "Conseil", null);
    }

    @Test
    void everyActThatAHolderReadsHasItsSentenceAndNoSentenceIsLeftOver() throws IOException {
        for (Locale language : Languages.OFFERED) {
            assertThat(keys(language, "journal.easy."))
                    .as(language.toString())
                    .containsExactlyInAnyOrder(Act.ofHolder());
        }
    }

    @Test
    void whatAHolderNamedHasASentenceWithItsName() throws IOException {
        Set<Act> naming = EnumSet.copyOf(Act.ON_NAMED);
        naming.addAll(Act.ON_COPIES);
        for (Locale language : Languages.OFFERED) {
            assertThat(Arrays.stream(Act.values())
                            .filter(act -> messages.has(language, "journal.easy." + act + ".named")))
                    .as(language.toString())
                    .containsExactlyInAnyOrderElementsOf(naming);
        }
        assertThat(own("SHARE_SWITCHED_OFF", "Agence Martin", null))
                .isEqualTo("Vous avez arrêté le lien «\u00a0Agence Martin\u00a0».");
        assertThat(own("SHARE_SWITCHED_OFF", null, null)).isEqualTo("Vous avez arrêté un lien.");
        assertThat(own("EDITION_REISSUED", "Agence Martin", null))
                .isEqualTo("La structure a mis votre nom corrigé sur le lien «\u00a0Agence Martin\u00a0».");
        assertThat(own("HOLDER_OPENED", "Agence Martin", "WALT_ID")).isEqualTo("Vous avez ouvert votre espace.");
    }

    @Test
    void aCopyIsToldByItsWallet() {
        assertThat(own("WALLET_COPY_WITHDRAWN", null, "WALT_ID"))
                .isEqualTo("Vous avez retiré la copie du badge (sans nom). Elle était dans walt.id.");
        assertThat(own("WALLET_COPY_WITHDRAWN", null, "OFFLINE_CODE"))
                .isEqualTo("Vous avez retiré le code à imprimer. Badge\u00a0: (sans nom).");
        assertThat(own("WALLET_COPY_WITHDRAWN", null, "OTHER"))
                .isEqualTo("Vous avez retiré une copie du badge (sans nom).");
        for (Act act : Act.ON_COPIES) {
            for (WalletKind wallet : WalletKind.values()) {
                assertThat(own(act.name(), null, wallet.name())).doesNotContain("journal.");
            }
        }
    }

    private static String own(String code, @Nullable String thing, @Nullable String wallet) {
        return new OwnActs.Line(Instant.EPOCH, code, null, null, thing, wallet, null).text(french());
    }

    @Test
    void everyKindThatCanBeChosenHasItsWord() {
        for (Locale language : Languages.OFFERED) {
            assertThat(Stream.of(ActKind.values()).filter(kind -> kind.isOf(true) || kind.isOf(false)))
                    .hasSize(ActKind.values().length - 1)
                    .allMatch(kind -> messages.has(language, "journal.kind." + kind.word()));
        }
    }

    @Test
    void usesOfKeysAreShownWhenAskedForAndActsInASpaceNever() {
        assertThat(Act.shown(Optional.empty())).contains("OFFER_MADE").doesNotContain("KEY_USED", "HOLDER_OPENED");
        assertThat(Act.shown(Optional.of(ActKind.SIGNING))).contains("KEY_USED").doesNotContain("OFFER_MADE");
        assertThat(ActKind.named("space")).isEmpty();
        assertThat(ActKind.named("people")).contains(ActKind.PEOPLE);
    }

    @Test
    void aCounsellorDoesNotReadWhatColleaguesLookedAt() {
        assertThat(Act.aboutOne(true)).contains("PASS_IAE_REVEALED", "DESK_FILE_EXPORTED", "SLIP_PRINTED");
        assertThat(Act.aboutOne(false))
                .contains("SLIP_PRINTED")
                .doesNotContain("PASS_IAE_REVEALED", "DESK_FILE_EXPORTED", "ACCESS_REOPENING_REVIEWED", "SIGNED_IN");
    }
}
