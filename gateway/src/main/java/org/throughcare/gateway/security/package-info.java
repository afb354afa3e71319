/** Who may come in: sessions, bearer tokens, headers that protect the browser. */
@NullMarked
package org.throughcare.gateway.security;

import org.jspecify.annotations.NullMarked;
