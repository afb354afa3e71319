@NullMarked
package org.throughcare.platform.store;

import org.jspecify.annotations.NullMarked;
