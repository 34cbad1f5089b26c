/** Asking the decider: a command is appended, and its decision awaited for as long as a caller can wait. */
@NullMarked
package io.switchlog.ingress.decisions;

import org.jspecify.annotations.NullMarked;
