/** All read models anew, from the log. */
@NullMarked
package io.switchlog.projection.rebuild;

import org.jspecify.annotations.NullMarked;
