@NullMarked
package io.switchlog.gateway.web;

import org.jspecify.annotations.NullMarked;
