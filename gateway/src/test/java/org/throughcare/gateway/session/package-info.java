/** Sessions, tried on an embedded document store. */
@NullMarked
package org.throughcare.gateway.session;

import org.jspecify.annotations.NullMarked;
