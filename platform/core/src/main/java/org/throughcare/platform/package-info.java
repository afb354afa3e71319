/** What a service imports to stand on the platform, and what it can set. */
@NullMarked
package org.throughcare.platform;

import org.jspecify.annotations.NullMarked;
