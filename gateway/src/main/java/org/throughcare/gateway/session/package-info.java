/** Browser sessions: kept in the gateway's own database, tokens never leave the gateway. */
@NullMarked
package org.throughcare.gateway.session;

import org.jspecify.annotations.NullMarked;
