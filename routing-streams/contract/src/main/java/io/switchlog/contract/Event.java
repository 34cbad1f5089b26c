package io.switchlog.contract;

/**
 * What was decided, appended to {@link Topics#ROUTING_EVENTS}. The log lives for ever: a type's meaning never changes once
 * released, new facts come as new fields or new types, and every version has an approved sample under test.
 */
public sealed interface Event permits CallEvent, AgentEvent, WorkspaceEvent, CommandEvent {}
