/** Looks through all layers, from the log to the stream of a browser, and names the first that is broken. */
@NullMarked
package io.switchlog.audit.probe;

import org.jspecify.annotations.NullMarked;
