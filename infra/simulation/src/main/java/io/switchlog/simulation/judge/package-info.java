/**
 * Judges a history by what stands in the log, read as plain JSON, and by what really happened. It knows the JDK and Jackson and
 * nothing of Switchlog's code, lest it repeat a mistake of what it judges.
 */
@NullMarked
package io.switchlog.simulation.judge;

import org.jspecify.annotations.NullMarked;
