@NullMarked
package io.switchlog.projection.follow;

import org.jspecify.annotations.NullMarked;
