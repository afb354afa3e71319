/** The web console's files, served as they were built. */
@NullMarked
package org.throughcare.gateway.console;

import org.jspecify.annotations.NullMarked;
