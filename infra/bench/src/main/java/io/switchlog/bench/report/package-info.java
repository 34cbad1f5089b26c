/** What was measured, as a table for people. */
@NullMarked
package io.switchlog.bench.report;

import org.jspecify.annotations.NullMarked;
