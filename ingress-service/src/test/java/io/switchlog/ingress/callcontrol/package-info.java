@NullMarked
package io.switchlog.ingress.callcontrol;

import org.jspecify.annotations.NullMarked;
