@NullMarked
package org.throughcare.participant.contact;

import org.jspecify.annotations.NullMarked;
