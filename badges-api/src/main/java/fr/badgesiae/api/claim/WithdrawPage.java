package fr.badgesiae.api.claim;

import java.time.Instant;

/** The question before an acceptance is withdrawn; {@code path} is the badge's page. */
public record WithdrawPage(String path, Instant until) {}
