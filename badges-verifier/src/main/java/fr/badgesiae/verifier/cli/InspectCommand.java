package fr.badgesiae.verifier.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonSentences;
import fr.badgesiae.verifier.read.ReadResult;
import fr.badgesiae.verifier.read.SubmissionReader;
import fr.badgesiae.verifier.scan.ImageScanner;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the format and content of a submission, without verifying it. */
@Command(name = "inspect")
final class InspectCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Messages words;

    @Parameters(arity = "1..*", paramLabel = "FILE|URL|-")
    private List<String> inputs;

    @Mixin
    private final PolicyOptions options = new PolicyOptions();

    @Option(names = "--json")
    private boolean asJson;

    InspectCommand(Terminal terminal, Messages words) {
        this.terminal = terminal;
        this.words = words;
    }

    @Override
    public Integer call() throws InputException {
        List<Inputs.Input> named = Inputs.named(inputs, terminal.in());
        SubmissionReader reader = new SubmissionReader(new ImageScanner());
        return options.run(terminal.clock().instant(), terminal.clock(), policy -> {
            int code = Main.OK;
            for (Inputs.Input input : named) {
                for (ReadResult reading : reader.readEach(input.submission(), PolicyOptions.fetcher(policy))) {
                    show(reading);
                    code = mostSevere(code, reading.outcome());
                }
            }
            return code;
        });
    }

    private void show(ReadResult reading) {
        ObjectNode node = node(reading);
        terminal.out().println(asJson ? node.toString() : text(reading, node));
        terminal.out().flush();
    }

    private ObjectNode node(ReadResult reading) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("kind", reading.kind().name())
                .put("source", reading.source())
                .put("outcome", reading.outcome().name())
                .put("reason", reading.reason().code())
                .put("summary", ReasonSentences.in(words.locale()).say(reading.reason()));
        ArrayNode findings = node.putArray("findings");
        reading.findings()
                .forEach(finding ->
                        findings.addObject().put("key", finding.key()).put("value", finding.value()));
        reading.credential().ifPresent(credential -> {
            credential
                    .jws()
                    .ifPresent(
                            jws -> node.<ObjectNode>set("header", jws.header()).set("payload", jws.payload()));
            node.set("credential", credential.document());
        });
        return node;
    }

    private String text(ReadResult reading, ObjectNode node) {
        StringBuilder text = new StringBuilder(reading.kind().name()).append('\n');
        text.append("  ").append(Messages.clean(node.path("summary").asText())).append('\n');
        reading.findings()
                .forEach(finding -> text.append("  ")
                        .append(Messages.clean(finding.key() + " = " + finding.value()))
                        .append('\n'));
        for (String part : List.of("header", "payload", "credential")) {
            if (node.has(part)) {
                // Pretty-printed JSON escapes control characters.
                text.append(words.say("inspect." + part)).append('\n');
                text.append(node.path(part).toPrettyString()).append('\n');
            }
        }
        return text.toString();
    }

    private static int mostSevere(int code, Outcome outcome) {
        int mine = outcome == Outcome.FAILED ? Main.BAD : outcome == Outcome.INCONCLUSIVE ? Main.UNDECIDED : Main.OK;
        return code == Main.BAD || mine == Main.BAD ? Main.BAD : Math.max(code, mine);
    }
}
