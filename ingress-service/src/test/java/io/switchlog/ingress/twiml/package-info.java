@NullMarked
package io.switchlog.ingress.twiml;

import org.jspecify.annotations.NullMarked;
