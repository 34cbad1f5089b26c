@NullMarked
package io.switchlog.gateway.stream;

import org.jspecify.annotations.NullMarked;
