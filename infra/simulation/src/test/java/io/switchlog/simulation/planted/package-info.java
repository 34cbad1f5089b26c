/** Judges the judge: mistakes are planted in production code, and each has to be found. */
@NullMarked
package io.switchlog.simulation.planted;

import org.jspecify.annotations.NullMarked;
