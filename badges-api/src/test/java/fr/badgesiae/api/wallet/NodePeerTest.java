package fr.badgesiae.api.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NodePeerTest {
    @Test
    void runsAScriptWithThePackagesOfOthers() {
        assertThat(NodePeer.open().run("wallet.mjs", "did", "seed").path("did").asText())
                .startsWith("did:key:z6Mk");
    }

    @Test
    void aScriptThatFailsSaysWhy() {
        NodePeer peer = NodePeer.open();

        assertThatThrownBy(() -> peer.run("wallet.mjs", "nothing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unknown command");
    }
}
