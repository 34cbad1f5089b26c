@NullMarked
package io.switchlog.ingress.decisions;

import org.jspecify.annotations.NullMarked;
