package fr.badgesiae.api;

import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;

/** Runs the command line in this JVM with the shipped configuration file and an environment of its own. */
public final class CommandLineRun {
    public static final Path SHIPPED = Path.of("..", "config.yml");

    private CommandLineRun() {}

    /**
     * Result of a command.
     *
     * @param failed whether the process would exit with 1
     */
    public record Ended(boolean failed, String out, String err) {}

    public static Ended run(Path config, Map<String, String> environment, String... arguments) {
        BadgesApplication application = new BadgesApplication();
        Bootstrap<BadgesConfiguration> bootstrap = bootstrap(application, environment);
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = config.toString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            boolean failed = new Cli(new JarLocation(BadgesApplication.class), bootstrap, out, err)
                    .run(all)
                    .isPresent();
            return new Ended(failed, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(console);
        }
    }

    /** The shipped file, parsed with these environment variables. */
    public static BadgesConfiguration read(Path config, Map<String, String> environment) throws Exception {
        Bootstrap<BadgesConfiguration> bootstrap = bootstrap(new BadgesApplication(), environment);
        return bootstrap
                .getConfigurationFactoryFactory()
                .create(
                        BadgesConfiguration.class,
                        bootstrap.getValidatorFactory().getValidator(),
                        bootstrap.getObjectMapper(),
                        "dw")
                .build(bootstrap.getConfigurationSourceProvider(), config.toString());
    }

    /** The shipped file with legal notices filled in. */
    public static Path filledIn(Path folder) throws IOException {
        String text = Files.readString(SHIPPED).replaceAll("(?m)^(  \\w+: )<.*>$", "$1contact@reseau.example");
        return Files.writeString(folder.resolve("config.yml"), text);
    }

    private static Bootstrap<BadgesConfiguration> bootstrap(
            BadgesApplication application, Map<String, String> environment) {
        Bootstrap<BadgesConfiguration> bootstrap = new Bootstrap<>(application);
        application.addDefaultCommands(bootstrap);
        application.initialize(bootstrap);
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                new FileConfigurationSourceProvider(), new StringSubstitutor(environment)));
        return bootstrap;
    }
}
