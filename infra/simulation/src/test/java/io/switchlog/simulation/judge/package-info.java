/** What the judge may know. */
@NullMarked
package io.switchlog.simulation.judge;

import org.jspecify.annotations.NullMarked;
