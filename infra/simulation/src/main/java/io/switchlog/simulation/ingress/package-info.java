/**
 * A small model of the ingress service, around what the real one makes of the log ({@code io.switchlog.ingress.calls}): webhooks
 * become commands, documents are written from a call's current state, and instructions are carried out over REST.
 */
@NullMarked
package io.switchlog.simulation.ingress;

import org.jspecify.annotations.NullMarked;
