/** The simulation looked at from outside: what it met, and whether it is the same everywhere. */
@NullMarked
package io.switchlog.simulation;

import org.jspecify.annotations.NullMarked;
