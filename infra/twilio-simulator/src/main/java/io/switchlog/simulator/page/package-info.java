/** The caller's phone: a page of static files, which uses nothing but the simulator's own API. */
@NullMarked
package io.switchlog.simulator.page;

import org.jspecify.annotations.NullMarked;
