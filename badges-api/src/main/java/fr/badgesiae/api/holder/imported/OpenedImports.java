package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.holder.personal.ImportedPersonalData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the copy that a holder takes says of badges from elsewhere. */
public final class OpenedImports implements ImportedPersonalData.Opened {
    private final ImportSeal seal;

    public OpenedImports(ImportSeal seal) {
        this.seal = seal;
    }

    @Override
    public byte[] file(byte[] sealed, UUID id) {
        return seal.openFile(sealed, id);
    }

    @Override
    public Map<String, Object> facts(byte[] sealed, UUID id) {
        ImportedFacts facts = seal.openFacts(sealed, id);
        Map<String, Object> shown = new LinkedHashMap<>();
        put(shown, "badge", facts.name());
        put(shown, "issuer", facts.issuer());
        put(shown, "displayed_name", facts.holder());
        put(shown, "awarded_on", facts.awardedOn());
        return shown;
    }

    private static void put(Map<String, Object> shown, String name, @Nullable String value) {
        if (value != null) {
            shown.put(name, value);
        }
    }

    @Override
    public String extension(String form) {
        return ImportedForm.valueOf(form).extension();
    }
}
