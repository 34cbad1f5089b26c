/** From the log to the read models, for as long as the service runs. */
@NullMarked
package io.switchlog.projection.follow;

import org.jspecify.annotations.NullMarked;
