package fr.badgesiae.api.statuslist;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Status lists of organisations, for other features. Every method runs in the caller's transaction. */
public final class StatusLists {
    private static final int KEY_BYTES = 32;

    private final Settings settings;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final SignStatusList sign;

    StatusLists(Settings settings, Vault vault, Ids ids, Clock clock, SignStatusList sign) {
        this.settings = settings;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.sign = sign;
    }

    /** Creates and publishes the first list of a new organisation, after its keys, in the transaction that creates it. */
    public void createFor(Handle handle, OrganisationId organisation) {
        begin(handle, organisation, 1);
    }

    private void begin(Handle handle, OrganisationId organisation, int number) {
        StatusListDao dao = handle.attach(StatusListDao.class);
        UUID id = ids.uuid();
        UUID tenant = organisation.value();
        dao.insert(id, tenant, number, IndexPermutation.SIZE, new byte[IndexPermutation.SIZE / 8], clock.instant());
        dao.insertCounter(id, tenant, vault.seal(ids.bytes(KEY_BYTES), context(id, tenant)));
        sign.sign(handle, organisation, id);
    }

    /** Allocates an index that no other badge has, in a list that is published at the commit. */
    public StatusIndex allocate(Handle handle, OrganisationId organisation) {
        StatusListDao dao = handle.attach(StatusListDao.class);
        UUID tenant = organisation.value();
        CounterRow row = dao.draw(tenant, IndexPermutation.SIZE).orElse(null);
        if (row == null) {
            row = drawFromNext(handle, organisation);
        }
        byte[] key = vault.open(row.sealedKey(), context(row.listId(), tenant));
        return new StatusIndex(row.listId(), new IndexPermutation(key).index(row.drawn() - 1));
    }

    /** Draws again after the lock: a concurrent award may have created the next list. Otherwise creates it. */
    private CounterRow drawFromNext(Handle handle, OrganisationId organisation) {
        StatusListDao dao = handle.attach(StatusListDao.class);
        UUID tenant = organisation.value();
        dao.lockNumbers(tenant);
        return dao.draw(tenant, IndexPermutation.SIZE).orElseGet(() -> {
            int number = dao.lockNumbers(tenant).size() + 1;
            begin(handle, organisation, number);
            return dao.draw(tenant, IndexPermutation.SIZE).orElseThrow();
        });
    }

    /** Signs the newest list again if it lapses before an instant, as the job does in time. */
    public void renew(Handle handle, OrganisationId organisation, Instant before) {
        handle.attach(StatusListDao.class)
                .newest(organisation.value())
                .ifPresent(list -> sign.signIfLapsing(handle, organisation, list, before));
    }

    /** Sets the bits and publishes each of their lists once; nothing changes where they are set already. */
    public void set(Handle handle, OrganisationId organisation, List<StatusIndex> places) {
        // In one order: two transactions that need the same lists do not wait for each other.
        new TreeMap<>(places.stream().collect(Collectors.groupingBy(StatusIndex::list)))
                .forEach((list, ofList) -> sign.withBits(handle, organisation, list, ofList));
    }

    public boolean isSet(Handle handle, OrganisationId organisation, StatusIndex place) {
        return handle.attach(StatusListDao.class)
                        .bit(place.list(), organisation.value(), place.index())
                        .orElseThrow()
                == 1;
    }

    /** The {@code credentialStatus} of the badge at an index. */
    public ObjectNode entry(StatusIndex place) {
        return entry(url(place.list()), Integer.toString(place.index()));
    }

    /** The {@code credentialStatus} with the given list URL and index; a preview passes placeholders. */
    public ObjectNode entry(String list, String index) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", list + "#" + index)
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "revocation")
                .put("statusListIndex", index)
                .put("statusListCredential", list);
    }

    /** The {@code status} claim of the badge at an index, where the badge is an SD-JWT VC. */
    public ObjectNode claim(StatusIndex place) {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        claim.putObject("status_list").put("idx", place.index()).put("uri", tokenUrl(place.list()));
        return claim;
    }

    /** Signs the list if its token is missing: before the first badge that points at the token, after an upgrade. */
    public void requireToken(Handle handle, OrganisationId organisation, UUID list) {
        if (!handle.attach(StatusListDao.class)
                .hasToken(list, organisation.value())
                .orElse(false)) {
            sign.signIfLapsing(handle, organisation, list, clock.instant());
        }
    }

    /** The Token Status Lists of every organisation that codes on paper point at, signed; in a public transaction. */
    public List<String> offlineTokens(Handle handle) {
        return handle.attach(StatusListDao.class).offlineTokens();
    }

    /** The address of a Token Status List. */
    public String tokenUrl(UUID list) {
        return url(list) + StatusListToken.SUFFIX;
    }

    public String url(UUID list) {
        return settings.url("/status/" + list);
    }

    private static String context(UUID list, UUID organisation) {
        return "status_counter|" + list + "|" + organisation + "|1";
    }
}
