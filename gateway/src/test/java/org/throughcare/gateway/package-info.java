/** The edge, tried with stubs in place of the services and the sign-in server. */
@NullMarked
package org.throughcare.gateway;

import org.jspecify.annotations.NullMarked;
