@NullMarked
package io.switchlog.gateway.history;

import org.jspecify.annotations.NullMarked;
