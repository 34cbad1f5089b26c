@NullMarked
package io.switchlog.ingress.webhook;

import org.jspecify.annotations.NullMarked;
