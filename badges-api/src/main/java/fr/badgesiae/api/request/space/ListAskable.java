package fr.badgesiae.api.request.space;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the organisations that a holder can ask, and the badges of the one that is chosen. */
public final class ListAskable {
    private final Platform platform;

    ListAskable(Platform platform) {
        this.platform = platform;
    }

    /**
     * A desk file of the holder.
     *
     * @param name of the organisation
     * @param paused whether it cannot offer at the moment
     * @param open requests of the holder that wait there
     */
    public record File(PersonId person, OrganisationId organisation, String name, boolean paused, int open) {
        static File of(SpaceRequestDao.FileRow row) {
            return new File(
                    new PersonId(row.workerId()),
                    new OrganisationId(row.organisationId()),
                    row.organisation(),
                    row.paused(),
                    row.open());
        }
    }

    /**
     * What can be asked.
     *
     * @param files one for each organisation that knows the holder
     * @param chosen the only one, or the one asked for; empty while the holder has to choose
     * @param badges of the chosen one, names by id
     */
    public record Found(List<File> files, Optional<File> chosen, Map<String, String> badges) {}

    /** @param wanted the file chosen before */
    public Found apply(HolderId holder, Optional<PersonId> wanted) {
        return platform.database().inHolder(holder, handle -> {
            SpaceRequestDao dao = handle.attach(SpaceRequestDao.class);
            List<File> files = dao.files().stream().map(File::of).toList();
            Optional<File> chosen = files.size() == 1
                    ? Optional.of(files.get(0))
                    : files.stream()
                            .filter(file -> Optional.of(file.person()).equals(wanted))
                            .findFirst();
            Map<String, String> badges = new LinkedHashMap<>();
            dao.badges(chosen.map(file -> file.person().value()).orElse(null))
                    .forEach(badge -> badges.put(badge.id().toString(), badge.name()));
            return new Found(files, chosen, badges);
        });
    }
}
