/** What an instance does when more is asked of it than it can bear. */
@NullMarked
package io.switchlog.gateway.overload;

import org.jspecify.annotations.NullMarked;
