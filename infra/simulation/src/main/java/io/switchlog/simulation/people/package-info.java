/** Those who call, answer, configure, and write to the wrong topic. */
@NullMarked
package io.switchlog.simulation.people;

import org.jspecify.annotations.NullMarked;
