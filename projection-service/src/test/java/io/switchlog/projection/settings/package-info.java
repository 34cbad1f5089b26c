@NullMarked
package io.switchlog.projection.settings;

import org.jspecify.annotations.NullMarked;
