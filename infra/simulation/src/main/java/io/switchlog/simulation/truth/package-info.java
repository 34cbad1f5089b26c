/**
 * Who could really have answered: working days of a desk whose browsers crash, sleep, lose their network and lie, lived through
 * once with the signs of life and once without. Callers, people and faults are drawn before a day begins, so that both ways meet
 * the same ones; phone network, log, engine, ingress and gateway are those of the other histories, without their faults.
 */
@NullMarked
package io.switchlog.simulation.truth;

import org.jspecify.annotations.NullMarked;
