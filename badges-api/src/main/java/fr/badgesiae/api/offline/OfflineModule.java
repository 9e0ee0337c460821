package fr.badgesiae.api.offline;

import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.offline.code.JudgeCode;
import fr.badgesiae.api.offline.code.MakeCode;
import fr.badgesiae.api.offline.known.PublishedKnown;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.statuslist.StatusLists;
import fr.badgesiae.api.wallet.offer.ShowOfferable;
import java.util.List;

/** Wires the code that is read without a network, and the page that reads it. */
public final class OfflineModule implements Feature {
    private final MakeCode make;
    private final JudgeCode judge;
    private final PublishedKnown known;
    private final List<Object> resources;

    public OfflineModule(
            Platform platform, Organisations organisations, SigningKeys keys, StatusLists lists, SignEdition editions) {
        this.known = new PublishedKnown(platform, organisations, keys, lists);
        this.judge = new JudgeCode(platform.database(), platform.clock(), known, lists);
        this.make = new MakeCode(platform.database(), platform.settings(), platform.clock(), editions, keys, lists);
        ReaderPages reader = new ReaderPages(platform, judge, known);
        this.resources = List.of(
                new CodePages(platform, new ShowOfferable(platform.database(), platform.clock()), make),
                reader,
                new CodeAddressPages(reader),
                new ReaderFiles(platform.pages()),
                new KeptCodesPages(platform.pages()));
    }

    public MakeCode make() {
        return make;
    }

    public JudgeCode judge() {
        return judge;
    }

    /** What readers keep. */
    public PublishedKnown known() {
        return known;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
