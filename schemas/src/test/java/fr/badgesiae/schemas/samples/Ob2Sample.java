package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A sample of Open Badges 2.0 or 1.x and the documents linked from it only. */
record Ob2Sample(Made made, Map<String, ObjectNode> documents) {

    /** The same with another answer of one check. */
    Ob2Sample expecting(String check, String answer) {
        made.expecting(check, answer);
        return this;
    }

    /** The same with PROOF not passed. */
    Ob2Sample unproven(String answer) {
        made.expected().unproven(answer);
        return this;
    }

    static List<Ob2Sample> all() {
        List<Ob2Sample> all = new ArrayList<>();
        all.addAll(Ob2HostedSamples.all());
        all.addAll(Ob2ScopeSamples.all());
        all.addAll(Ob2CopySamples.all());
        all.addAll(Ob2AddressSamples.all());
        all.addAll(Ob2ShapeSamples.all());
        all.addAll(Ob2SignedSamples.all());
        all.addAll(Ob2LinkedSamples.all());
        all.addAll(Ob2ClauseSamples.all());
        all.addAll(RecipientSamples.ofVersion2());
        all.addAll(Ob1Samples.all());
        all.addAll(Ob1ReferenceSamples.all());
        all.addAll(Ob1SignedSamples.all());
        return all;
    }

    static List<Made> badges() {
        return all().stream().map(Ob2Sample::made).toList();
    }

    static Map<String, ObjectNode> published() {
        Map<String, ObjectNode> published = new TreeMap<>(Ob2Case.shared());
        all().forEach(sample -> published.putAll(sample.documents()));
        return published;
    }
}
