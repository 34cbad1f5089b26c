@NullMarked
package io.switchlog.projection.store;

import org.jspecify.annotations.NullMarked;
