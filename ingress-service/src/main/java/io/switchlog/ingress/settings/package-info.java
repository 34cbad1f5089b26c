/** What differs between installations. */
@NullMarked
package io.switchlog.ingress.settings;

import org.jspecify.annotations.NullMarked;
