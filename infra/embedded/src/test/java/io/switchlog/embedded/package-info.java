@NullMarked
package io.switchlog.embedded;

import org.jspecify.annotations.NullMarked;
