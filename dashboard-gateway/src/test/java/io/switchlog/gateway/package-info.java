@NullMarked
package io.switchlog.gateway;

import org.jspecify.annotations.NullMarked;
