package io.switchlog.projection.fold;

import io.switchlog.contract.RoutingSettings;

/**
 * How a workspace routes.
 *
 * @param sequence of the event that says so
 */
public record SettingsRow(long sequence, RoutingSettings settings) {}
