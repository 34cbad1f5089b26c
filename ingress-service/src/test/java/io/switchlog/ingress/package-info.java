@NullMarked
package io.switchlog.ingress;

import org.jspecify.annotations.NullMarked;
