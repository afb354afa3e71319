/** Sites: a jail's job centre together with the community centres that take over. */
@NullMarked
package org.throughcare.participant.site;

import org.jspecify.annotations.NullMarked;
