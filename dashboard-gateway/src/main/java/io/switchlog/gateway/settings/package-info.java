/** How a workspace routes. */
@NullMarked
package io.switchlog.gateway.settings;

import org.jspecify.annotations.NullMarked;
