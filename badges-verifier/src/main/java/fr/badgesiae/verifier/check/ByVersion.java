package fr.badgesiae.verifier.check;

import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;

/** One check in two versions: that of Open Badges 3.0 and that of 2.0, so that neither knows the other. */
record ByVersion(Check version3, Check version2) implements Check {
    ByVersion {
        if (version3.name() != version2.name()) {
            throw new IllegalArgumentException(version3.name() + " and " + version2.name());
        }
    }

    @Override
    public CheckName name() {
        return version3.name();
    }

    @Override
    public CheckResult run(Judgement judgement) {
        return (judgement.credential().isOb2() ? version2 : version3).run(judgement);
    }
}
