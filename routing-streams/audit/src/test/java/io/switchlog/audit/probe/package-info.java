@NullMarked
package io.switchlog.audit.probe;

import org.jspecify.annotations.NullMarked;
