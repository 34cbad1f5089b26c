/**
 * A small model of the ingress service, by the same rules: webhooks become commands, documents are written from a call's current
 * state, and instructions are carried out over REST.
 */
@NullMarked
package io.switchlog.simulation.ingress;

import org.jspecify.annotations.NullMarked;
