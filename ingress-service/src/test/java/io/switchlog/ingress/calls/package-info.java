@NullMarked
package io.switchlog.ingress.calls;

import org.jspecify.annotations.NullMarked;
