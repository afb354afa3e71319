@NullMarked
package org.throughcare.scheduling.task;

import org.jspecify.annotations.NullMarked;
