/** All of Switchlog on one machine: what is not given is embedded, simulated or generated. */
@NullMarked
package io.switchlog.local;

import org.jspecify.annotations.NullMarked;
