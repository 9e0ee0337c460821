package fr.badgesiae.api;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the constructor of a test the run of its class, with another person's badge and wallet for each test. */
final class OpenidRuns implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OpenidRun.class;
    }

    @Override
    public OpenidRun resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // Closed with the class.
        OpenidRun run = context.getStore(Namespace.create(context.getRequiredTestClass()))
                .getOrComputeIfAbsent(OpenidRun.class, key -> OpenidRun.opened(), OpenidRun.class);
        run.accept();
        return run;
    }
}
