package fr.badgesiae.api;

import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.OrganisationId;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Addresses of the published documents that the probe compares: one organisation each time, in rotation. */
final class SampleAddresses implements Supplier<List<URI>> {
    private final Supplier<List<OrganisationId>> organisations;
    private final List<Feature> features;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * @param organisations a few organisations that publish documents
     */
    SampleAddresses(Supplier<List<OrganisationId>> organisations, List<Feature> features) {
        this.organisations = organisations;
        this.features = features;
    }

    @Override
    public List<URI> get() {
        List<OrganisationId> some = organisations.get();
        if (some.isEmpty()) {
            return List.of();
        }
        OrganisationId organisation = some.get(Math.floorMod(turn.getAndIncrement(), some.size()));
        return features.stream()
                .flatMap(feature -> feature.sampleAddresses(organisation).stream())
                .toList();
    }
}
