/** Looks groups up by who is in them. */
@NullMarked
package org.throughcare.scheduling.group.store;

import org.jspecify.annotations.NullMarked;
