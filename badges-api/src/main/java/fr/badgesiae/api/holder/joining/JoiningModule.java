package fr.badgesiae.api.holder.joining;

import fr.badgesiae.api.holder.HolderModule;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.share.ShareLinks;
import java.util.List;

/** Wires the joining of two spaces into the feature, whose other rooms do not know it. */
public final class JoiningModule {
    private JoiningModule() {}

    /** Adds the pages; before the first request. */
    public static void addTo(HolderModule holder, Platform platform, ShareLinks links, Sessions sessions) {
        JoiningPages pages = new JoiningPages(
                platform,
                new ProveOther(platform, holder.proveCard(), holder.visits()),
                new ShowSpaces(platform),
                new JoinSpaces(
                        platform,
                        holder.pinCheck(),
                        new JoinSpaces.Moves(links, holder.moveImports(), holder.notices()),
                        holder.visits(),
                        sessions));
        holder.add(List.of(pages), List.of(JoiningAudit.values()));
    }
}
