package fr.badgesiae.api.journal.seal;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.jobs.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The parts of the seal. */
public final class SealModule {
    private final Platform platform;
    private final SealLines seal;
    private final SignDays sign;
    private final VerifySeal verify;
    private final ListDays days;

    public SealModule(Platform platform, SigningKeys keys) {
        Digests digests = new Digests(platform.vault());
        this.platform = platform;
        this.seal = new SealLines(platform, digests, SealLines.MOST);
        this.sign = new SignDays(platform, keys);
        this.verify = new VerifySeal(platform, keys, digests);
        this.days = new ListDays(platform.database());
    }

    /** Writes where sealing begins, before the first request. */
    public void prepare() {
        platform.database()
                .inPublic(handle ->
                        handle.attach(SealDao.class).begin(platform.clock().instant()));
    }

    public List<Job> jobs() {
        return List.of(
                Job.onEachNodeFromStart("seal-audit-lines", Duration.ofMinutes(1), seal::apply),
                Job.onOneNode("sign-audit-days", Duration.ofHours(1), sign::apply));
    }

    public Map<String, HealthCheck> healthChecks() {
        return Map.of("audit-seal", new SealHealthCheck(platform.database(), platform.clock()));
    }

    public VerifySeal verify() {
        return verify;
    }

    public ListDays days() {
        return days;
    }
}
