/** What is said on the log: commands, events, their bytes and where they go. */
@NullMarked
package io.switchlog.contract;

import org.jspecify.annotations.NullMarked;
