/** Whether the people behind the browsers are there. */
@NullMarked
package io.switchlog.gateway.presence;

import org.jspecify.annotations.NullMarked;
