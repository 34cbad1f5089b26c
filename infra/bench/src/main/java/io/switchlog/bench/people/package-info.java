/** Those who sit at the screens, many of them. */
@NullMarked
package io.switchlog.bench.people;

import org.jspecify.annotations.NullMarked;
