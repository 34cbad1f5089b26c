@NullMarked
package io.switchlog.projection.rebuild;

import org.jspecify.annotations.NullMarked;
