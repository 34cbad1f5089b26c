/** Whether the figures can be believed. */
@NullMarked
package io.switchlog.simulation.truth;

import org.jspecify.annotations.NullMarked;
