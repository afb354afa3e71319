@NullMarked
package org.throughcare.participant.custody;

import org.jspecify.annotations.NullMarked;
