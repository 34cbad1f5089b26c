/** What the tests share: histories, databases and logs. */
@NullMarked
package io.switchlog.projection;

import org.jspecify.annotations.NullMarked;
