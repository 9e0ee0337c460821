package fr.badgesiae.api.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.CommandLineRun;
import fr.badgesiae.api.commands.section.Wallets;
import fr.badgesiae.api.platform.Option;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.draft.OpenidDraft;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wallets and drafts as the shipped configuration and its variables give them. */
class WalletsTest {
    private static BadgesConfiguration configuration(String wallets, String drafts) throws Exception {
        return CommandLineRun.read(
                CommandLineRun.SHIPPED,
                Map.of(
                        "BADGES_PUBLIC_URL", "https://badges.example",
                        "BADGES_WALLETS", wallets,
                        "BADGES_OPENID_DRAFTS", drafts));
    }

    private static Set<Option> options(String wallets, String drafts) throws Exception {
        return Wallets.of(configuration(wallets, drafts));
    }

    @Test
    void emptyKeysAreTheDefault() throws Exception {
        BadgesConfiguration configuration = configuration("", "");

        assertThat(Wallets.of(configuration)).isEmpty();
        assertThat(OpenidWallet.offered(Addresses.published(configuration).with(Wallets.of(configuration))))
                .containsExactly(OpenidWallet.WALT_ID, OpenidWallet.PARADYM);
    }

    @Test
    void walletsAndDraftsAreNamed() throws Exception {
        assertThat(options("TALAO, OTHER", "13,15"))
                .containsExactlyInAnyOrder(
                        OpenidWallet.TALAO, OpenidWallet.OTHER, OpenidDraft.DRAFT_13, OpenidDraft.DRAFT_15);
        assertThat(options("", "15")).containsExactly(OpenidDraft.DRAFT_15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WALT_ID,PARADYM,OTHER", "walt.id", "Talao"})
    void threeWalletsAndUnknownOnesAreRefused(String wallets) {
        assertThatThrownBy(() -> options(wallets, "13"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("wallets.offered (BADGES_WALLETS)", "WALT_ID, PARADYM, TALAO, OTHER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "DRAFT_13", "13;15"})
    void unknownDraftsAreRefused(String drafts) {
        assertThatThrownBy(() -> options("", drafts))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("wallets.drafts (BADGES_OPENID_DRAFTS)");
    }

    @Test
    void aWalletNeedsItsDraft() {
        assertThatThrownBy(() -> options("TALAO", "15"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("TALAO", "13", "wallets.drafts (BADGES_OPENID_DRAFTS)");
    }
}
