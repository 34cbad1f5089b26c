/** What is answered when something is refused: RFC 9457 problems. */
@NullMarked
package io.switchlog.gateway.problem;

import org.jspecify.annotations.NullMarked;
