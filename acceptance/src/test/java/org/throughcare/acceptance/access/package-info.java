/** Who may do what, at every route of every service, and what nobody may read who has the store, the broker or the logs. */
@NullMarked
package org.throughcare.acceptance.access;

import org.jspecify.annotations.NullMarked;
