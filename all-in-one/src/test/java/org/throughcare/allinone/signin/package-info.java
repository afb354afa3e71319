/** The embedded sign-in server, tried as a gateway and a browser would use it. */
@NullMarked
package org.throughcare.allinone.signin;

import org.jspecify.annotations.NullMarked;
