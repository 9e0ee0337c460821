package fr.badgesiae.api.operations.backup;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;

/** Compares the configuration with the installation that a backup was made of. */
record RequiredInstallation(Settings settings, Vault vault) {
    /** @throws StartRefused when keys, address or mode differ: nothing restored would work */
    void require(BackupHead head) {
        if (head.format() != BackupHead.FORMAT) {
            throw new StartRefused(
                    "Cette sauvegarde a le format " + head.format() + ", écrit par " + head.program()
                            + " : restaurez-la avec cette version.",
                    "This backup has the format " + head.format() + ", written by " + head.program()
                            + ": restore it with that version.");
        }
        if (!head.publicUrl().equals(settings.publicUrl().toString())
                || head.demonstration() != settings.demonstration()) {
            throw new StartRefused(
                    "Cette sauvegarde est celle de " + head.publicUrl()
                            + ". Ses badges portent cette adresse : donnez-la dans publicUrl (BADGES_PUBLIC_URL).",
                    "This backup is that of " + head.publicUrl()
                            + ". Its badges contain this address: set it as publicUrl (BADGES_PUBLIC_URL).");
        }
        if (!vault.fingerprints().entrySet().containsAll(head.masterKeys().entrySet())) {
            throw new StartRefused(
                    "La clé maîtresse configurée n’est pas celle de cette sauvegarde (" + head.masterKeys() + ", ici "
                            + vault.fingerprints() + "). Donnez dans BADGES_MASTER_KEY celle que vous gardez ailleurs.",
                    "The configured master key is not the one of this backup (" + head.masterKeys() + ", here "
                            + vault.fingerprints() + "). Set BADGES_MASTER_KEY to the one that you keep elsewhere.");
        }
        if (!vault.pepperFingerprint().equals(head.pepper())) {
            throw new StartRefused(
                    "Le poivre configuré n’est pas celui de cette sauvegarde (" + head.pepper() + ", ici "
                            + vault.pepperFingerprint()
                            + "). Donnez dans BADGES_PEPPER celui que vous gardez ailleurs.",
                    "BADGES_PEPPER holds another pepper than that of this backup (" + head.pepper() + ", here "
                            + vault.pepperFingerprint() + "). Set BADGES_PEPPER to the one that you keep elsewhere.");
        }
    }
}
