/** The edge as one: HTTP, sign-in, tenancy and audit over a real server and the embedded store. */
@NullMarked
package org.throughcare.platform.edge;

import org.jspecify.annotations.NullMarked;
