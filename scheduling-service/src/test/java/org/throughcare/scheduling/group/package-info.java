@NullMarked
package org.throughcare.scheduling.group;

import org.jspecify.annotations.NullMarked;
