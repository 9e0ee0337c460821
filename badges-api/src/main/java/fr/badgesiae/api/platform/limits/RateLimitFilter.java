package fr.badgesiae.api.platform.limits;

import fr.badgesiae.api.platform.client.Client;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Applies the rate limit to methods that carry {@link RateLimited}. */
@RateLimited
@Priority(Priorities.USER - 100)
public final class RateLimitFilter implements ContainerRequestFilter {
    private final RequestBudget budget;

    public RateLimitFilter(RequestBudget budget) {
        this.budget = budget;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        budget.spend(Client.of(request));
    }
}
