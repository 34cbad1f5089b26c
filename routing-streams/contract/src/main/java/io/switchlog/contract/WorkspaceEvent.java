package io.switchlog.contract;

/** What became of a workspace as a whole. */
public sealed interface WorkspaceEvent extends Event {

    /** The settings that hold from now on, all of them. */
    record RoutingConfigured(RoutingSettings settings) implements WorkspaceEvent {}
}
