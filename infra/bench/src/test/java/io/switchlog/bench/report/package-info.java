@NullMarked
package io.switchlog.bench.report;

import org.jspecify.annotations.NullMarked;
