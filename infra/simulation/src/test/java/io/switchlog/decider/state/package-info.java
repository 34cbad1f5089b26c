/** Mistakes that are copied into the decider's state: they may do what its classes may. */
@NullMarked
package io.switchlog.decider.state;

import org.jspecify.annotations.NullMarked;
