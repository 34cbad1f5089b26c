/** Runs a service's own Boot jar inside this process, on nothing but the jars that it brings. */
@NullMarked
package io.switchlog.local.service;

import org.jspecify.annotations.NullMarked;
