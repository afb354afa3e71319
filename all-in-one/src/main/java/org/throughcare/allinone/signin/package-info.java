/** Sign-in for the embedded default: an OpenID provider with demonstration staff, on its own port. */
@NullMarked
package org.throughcare.allinone.signin;

import org.jspecify.annotations.NullMarked;
