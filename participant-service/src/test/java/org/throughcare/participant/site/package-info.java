@NullMarked
package org.throughcare.participant.site;

import org.jspecify.annotations.NullMarked;
