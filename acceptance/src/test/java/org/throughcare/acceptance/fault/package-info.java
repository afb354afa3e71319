/** What is promised when processes die, the broker's connections break and the store goes away and comes back. */
@NullMarked
package org.throughcare.acceptance.fault;

import org.jspecify.annotations.NullMarked;
