/** Mistakes that somebody could make in the rules, in the rules' own package so that they read like the rules. */
@NullMarked
package io.switchlog.decider;

import org.jspecify.annotations.NullMarked;
