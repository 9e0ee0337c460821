package fr.badgesiae.api.bulk;

import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Acts of a desk for many people at once. */
public final class BulkModule implements Feature {
    private final SlipSheetPages sheets;

    public BulkModule(Platform platform, Organisations organisations, Slips slips) {
        this.sheets = new SlipSheetPages(
                platform, new ListSlips(platform, organisations), new PrintSlips(platform, organisations, slips));
    }

    @Override
    public List<Object> resources() {
        return List.of(sheets);
    }
}
