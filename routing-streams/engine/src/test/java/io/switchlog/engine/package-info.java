@NullMarked
package io.switchlog.engine;

import org.jspecify.annotations.NullMarked;
