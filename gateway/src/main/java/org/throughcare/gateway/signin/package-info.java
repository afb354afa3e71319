/** Signing in at the configured OpenID provider by authorization code with PKCE. */
@NullMarked
package org.throughcare.gateway.signin;

import org.jspecify.annotations.NullMarked;
