/** Clicks on calls. */
@NullMarked
package io.switchlog.gateway.calls;

import org.jspecify.annotations.NullMarked;
