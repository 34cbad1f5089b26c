@NullMarked
package io.switchlog.projection.fold;

import org.jspecify.annotations.NullMarked;
