/** Sites: a jail's job center together with the community centers that take over. */
@NullMarked
package org.throughcare.participant.site;

import org.jspecify.annotations.NullMarked;
