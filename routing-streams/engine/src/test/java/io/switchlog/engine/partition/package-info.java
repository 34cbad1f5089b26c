@NullMarked
package io.switchlog.engine.partition;

import org.jspecify.annotations.NullMarked;
