package fr.badgesiae.api;

import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.statuslist.StatusListModule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What is looked at from outside: one organisation's DID document, one key and one status list, in turn of a few. */
final class SampleAddresses implements Supplier<List<URI>> {
    private static final int EACH = 5;

    private final KeysModule keys;
    private final StatusListModule lists;
    private final AtomicInteger turn = new AtomicInteger();

    SampleAddresses(KeysModule keys, StatusListModule lists) {
        this.keys = keys;
        this.lists = lists;
    }

    @Override
    public List<URI> get() {
        List<OrganisationId> owners = keys.someOwners(EACH);
        if (owners.isEmpty()) {
            return List.of();
        }
        OrganisationId owner = owners.get(Math.floorMod(turn.getAndIncrement(), owners.size()));
        List<URI> addresses = new ArrayList<>(keys.addresses(owner));
        addresses.addAll(lists.addresses(owner));
        return addresses;
    }
}
