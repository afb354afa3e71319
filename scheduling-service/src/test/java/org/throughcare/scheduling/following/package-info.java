@NullMarked
package org.throughcare.scheduling.following;

import org.jspecify.annotations.NullMarked;
