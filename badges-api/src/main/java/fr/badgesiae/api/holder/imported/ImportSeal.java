package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.Vault;
import java.util.UUID;

/** Seals the files of badges from elsewhere and what lists say of them, each for its row. */
public final class ImportSeal {
    private final Vault vault;

    public ImportSeal(Vault vault) {
        this.vault = vault;
    }

    byte[] file(byte[] file, UUID id) {
        return vault.seal(file, "imported_badge.file|" + id);
    }

    /** The bytes as they were brought. */
    public byte[] openFile(byte[] sealed, UUID id) {
        return vault.open(sealed, "imported_badge.file|" + id);
    }

    byte[] facts(ImportedFacts facts, UUID id) {
        return vault.seal(facts.json(), "imported_badge.facts|" + id);
    }

    public ImportedFacts openFacts(byte[] sealed, UUID id) {
        return ImportedFacts.parse(vault.open(sealed, "imported_badge.facts|" + id));
    }

    /** The keyed hash of an identity: two holders of one badge are not linked by it. */
    byte[] identity(String identity, UUID holder) {
        return vault.lookup("imported_badge.identity", holder + "\n" + identity);
    }
}
