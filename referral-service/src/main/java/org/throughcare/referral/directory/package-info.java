/** Partners and the services listed in the resource directory. */
@NullMarked
package org.throughcare.referral.directory;

import org.jspecify.annotations.NullMarked;
