/** Who is signed in, and what they may do. */
@NullMarked
package io.switchlog.gateway.session;

import org.jspecify.annotations.NullMarked;
