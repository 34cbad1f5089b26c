/** The dashboard: files that the build makes of src/main/web. */
@NullMarked
package io.switchlog.gateway.page;

import org.jspecify.annotations.NullMarked;
